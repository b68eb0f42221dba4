/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { ChecksSection } from './ChecksSection';

function renderChecks(service: string, path = '/') {
  const api = new FixtureApi();
  const { report, scan } = api.details[service];
  const onWaived = jest.fn();
  renderFixture(
    <ChecksSection
      entityRef={api.details[service].entityRef}
      report={report!}
      scan={scan}
      onWaived={onWaived}
    />,
    { api, path },
  );
  return { api, onWaived };
}

function rows(): string[] {
  return screen
    .queryAllByRole('heading', { level: 3 })
    .map(heading => heading.textContent ?? '');
}

describe('ChecksSection', () => {
  it('starts with what fails, most to gain first', async () => {
    renderChecks('orders');

    expect(
      await screen.findByRole('button', { name: 'Failing 7' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(rows()).toHaveLength(7);
    expect(rows()[0]).toContain('Every source change downloads all modules');
    expect(rows()[1]).toContain('A secret is written into the image');
  });

  it('shows a fix that holds, and nothing where there is none', async () => {
    renderChecks('orders');

    await userEvent.click(
      await screen.findByRole('button', {
        name: /Every source change downloads all modules/,
      }),
    );
    expect(screen.getByText('Verified')).toBeInTheDocument();
    expect(screen.getByText('Needs a look')).toBeInTheDocument();
    expect(screen.getByText('Score 62 after it')).toBeInTheDocument();
    expect(screen.getByLabelText('Change of Dockerfile')).toHaveTextContent(
      'COPY go.mod go.sum ./',
    );

    await userEvent.click(
      screen.getByRole('button', { name: /A secret is written/ }),
    );
    expect(screen.queryByText('Verified')).not.toBeInTheDocument();
  });

  it('starts with everything when nothing fails', async () => {
    renderChecks('checkout');

    expect(
      await screen.findByRole('button', { name: 'All 14' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(rows()).toHaveLength(14);
  });

  it('filters by state, and counts', async () => {
    renderChecks('orders');

    await userEvent.click(
      await screen.findByRole('button', { name: 'Not applicable 2' }),
    );

    expect(rows()).toHaveLength(2);
    // The state is said in words, not by the icon alone.
    expect(screen.getAllByText('Does not apply')).toHaveLength(2);
    expect(
      screen.getByText('No CI file builds this image.'),
    ).toBeInTheDocument();
  });

  it('searches in findings, and recounts the states', async () => {
    renderChecks('orders');

    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Search checks' }),
      'netrc',
    );

    expect(
      await screen.findByRole('button', { name: 'Failing 1' }),
    ).toBeInTheDocument();
    expect(rows()).toEqual([
      expect.stringContaining('A secret is written into the image'),
    ]);
  });

  it('takes filters from the address', async () => {
    renderChecks('orders', '/?state=all&category=security&severity=critical');

    expect(
      await screen.findByRole('button', { name: 'All 1' }),
    ).toBeInTheDocument();
    expect(rows()).toHaveLength(1);
  });

  it('says that nothing matches, and clears the filters', async () => {
    renderChecks('orders', '/?q=nothing-like-this');

    expect(
      await screen.findByRole('heading', { name: 'No check matches' }),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );

    expect(rows()).toHaveLength(14);
  });

  it('opens to evidence with source lines, and to help', async () => {
    renderChecks('orders');
    const button = await screen.findByRole('button', {
      name: /Every source change downloads all modules again/,
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');

    await userEvent.click(button);

    expect(button).toHaveAttribute('aria-expanded', 'true');
    const lines = screen.getByLabelText('Source lines at Dockerfile:5');
    expect(lines).toHaveTextContent('COPY . .');
    expect(lines).toHaveTextContent('RUN go mod download');
    expect(screen.getByRole('link', { name: 'Dockerfile:5' })).toHaveAttribute(
      'href',
      'https://github.com/example/orders/blob/9f2c4b7e61d3a85f0c9e7b1d4a6f8e2b3c5d7f90/Dockerfile#L5',
    );
    expect(screen.getByText('Why it matters')).toBeInTheDocument();
    // In the words, and in the change that is proposed.
    expect(await screen.findAllByText(/COPY go.mod go.sum/)).toHaveLength(2);
    expect(
      screen.getByRole('link', {
        name: 'docs.docker.com/build/cache/optimize',
      }),
    ).toBeInTheDocument();

    await userEvent.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(lines).not.toBeInTheDocument();
  });

  it('opens the check of the address, by keyboard too', async () => {
    renderChecks('orders', '/?check=security/root-user@Dockerfile');

    const open = await screen.findByRole('button', {
      name: /The service runs as root/,
      expanded: true,
    });
    open.focus();
    await userEvent.keyboard('{Enter}');

    expect(open).toHaveAttribute('aria-expanded', 'false');
  });

  it('shows what a check could not be evaluated for', async () => {
    renderChecks('catalogue', '/?state=error');

    const [row] = await screen.findAllByRole('listitem');
    expect(within(row).getByText('Could not be evaluated')).toBeInTheDocument();
    expect(
      within(row).getByText('go.mod could not be read.'),
    ).toBeInTheDocument();
  });
});
