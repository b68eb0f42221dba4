/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createReportSummary, FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { OverviewPage } from './ReportPages';

describe('OverviewPage', () => {
  it('leads from every figure to the services behind it', async () => {
    renderFixture(<OverviewPage />);

    expect(
      await screen.findByRole('link', {
        name: 'Pass the gate: 82%. 8 services fail',
      }),
    ).toHaveAttribute('href', '/build-hygiene/services?gate=fail');
    expect(
      screen.getByRole('link', { name: /^Open critical findings: 8/ }),
    ).toHaveAttribute('href', '/build-hygiene/services?severity=critical');
    expect(
      screen.getByRole('link', { name: /^Without a score: 4\. 1 waiting/ }),
    ).toBeInTheDocument();
  });

  it('tells how scores went, and what moved most', async () => {
    renderFixture(<OverviewPage />);

    const movers = await screen.findByRole('region', { name: 'Movers' });
    const [gain, loss] = within(movers).getAllByRole('listitem');
    expect(gain).toHaveTextContent('Checkout61 → 96+35');
    expect(within(gain).getByRole('link')).toHaveAttribute(
      'href',
      expect.stringContaining('checkout'),
    );
    expect(loss).toHaveTextContent('orders74 → 52-22');
    expect(
      screen.getByRole('figure', { name: 'Median score over time' }),
    ).toBeInTheDocument();
  });

  it('counts services by grade', async () => {
    renderFixture(<OverviewPage />);

    const grades = await screen.findByRole('region', { name: 'Grades' });
    expect(within(grades).getAllByRole('listitem')).toHaveLength(5);
    expect(within(grades).getByText('0–49').closest('li')).toHaveTextContent(
      '8 services',
    );
  });

  it('names the rules that most services fail', async () => {
    renderFixture(<OverviewPage />);

    const rules = await screen.findByRole('region', {
      name: 'Rules that most services fail',
    });
    const [first] = within(rules).getAllByRole('listitem');
    expect(
      await within(first).findByText(
        'Every source change downloads all modules again',
      ),
    ).toBeInTheDocument();
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      '/build-hygiene/services?rule=cache%2Fdeps-before-source',
    );
  });

  it('welcomes an organisation without services', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'getReportSummary').mockResolvedValue({
      ...createReportSummary(api.summaries),
      services: 0,
    });
    renderFixture(<OverviewPage />, { api });

    expect(
      await screen.findByRole('heading', { name: 'No services yet' }),
    ).toBeInTheDocument();
  });

  it('has words for figures that do not exist yet', async () => {
    const api = new FixtureApi();
    const summary = createReportSummary(api.summaries);
    jest.spyOn(api, 'getReportSummary').mockResolvedValue({
      ...summary,
      rated: 0,
      medianScore: undefined,
      gatePassShare: undefined,
      hitRate: { ...summary.hitRate, value: undefined },
      topRules: [],
    });
    renderFixture(<OverviewPage />, { api });

    expect(
      await screen.findByRole('link', {
        name: 'Pass the gate: –. no service is rated yet',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('too few builds so far')).toBeInTheDocument();
    expect(screen.getByText('No service fails any rule.')).toBeInTheDocument();
  });

  it('offers to try again', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'getReportSummary')
      .mockRejectedValueOnce(new Error('Not now'));
    renderFixture(<OverviewPage />, { api });

    expect(await screen.findByRole('alert')).toHaveTextContent('Not now');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: /^Median score/ }),
    ).toBeInTheDocument();
  });
});
