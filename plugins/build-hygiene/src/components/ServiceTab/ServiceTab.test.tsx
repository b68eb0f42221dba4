/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { usePermission } from '@backstage/plugin-permission-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { ServiceTab } from './ServiceTab';

// Answers of the real one are kept from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

describe('ServiceTab', () => {
  beforeEach(() =>
    jest
      .mocked(usePermission)
      .mockReturnValue({ allowed: true, loading: false }),
  );

  it.each([true, false])(
    'has buttons that scan for who may (%s)',
    async allowed => {
      jest.mocked(usePermission).mockReturnValue({ allowed, loading: false });
      renderFixture(<ServiceTab />, { service: 'payments' });

      await screen.findByRole('heading', { name: 'Passes the gate' });
      for (const name of ['Rescan', 'Try now']) {
        expect(screen.queryAllByRole('button', { name })).toHaveLength(
          allowed ? 1 : 0,
        );
      }
    },
  );

  it('shows header, what could not be read, matrix, checks and builds', async () => {
    renderFixture(<ServiceTab />, { service: 'orders' });

    expect(
      await screen.findByRole('heading', { name: 'Fails the gate' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('54 before the cut for open critical findings'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /^Score from 52 on .* to 41 on/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('1 place could not be read')).toBeInTheDocument();
    for (const name of ['What re-runs when you change…', 'Checks', 'Builds']) {
      expect(screen.getByRole('region', { name })).toBeInTheDocument();
    }
  });

  it('shows an older report with its age and the next try', async () => {
    renderFixture(<ServiceTab />, { service: 'payments' });

    expect(
      await screen.findByText(
        /^What you see is from 3 days ago\. Tried 3 times, last 36 minutes ago\. .* Next try in 4\d minutes\.$/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Passes the gate' }),
    ).toBeInTheDocument();
  });

  it('says why there is no report, and still shows builds', async () => {
    renderFixture(<ServiceTab />, { service: 'ledger' });

    expect(
      await screen.findByRole('heading', {
        name: 'No permission to read the repository',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Tried 2 times/)).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Builds' })).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Checks' }),
    ).not.toBeInTheDocument();
  });

  it.each([
    ['invoices', 'The first scan is on its way'],
    ['handbook', 'Nothing to check here'],
    ['stranger', 'Not a scanned service'],
  ])('has words for %s', async (service, name) => {
    renderFixture(<ServiceTab />, { service });

    expect(await screen.findByRole('heading', { name })).toBeInTheDocument();
  });

  it('leads from a failed build to the rule that prevents it', async () => {
    renderFixture(<ServiceTab />, {
      service: 'shipping',
      path: '/?build=shipping-9',
    });
    Element.prototype.scrollIntoView = jest.fn();

    await userEvent.click(
      await screen.findByRole('button', { name: 'cache/deps-before-source' }),
    );

    expect(
      await screen.findByRole('button', { name: 'All 1' }),
    ).toHaveAttribute('aria-pressed', 'true');
    expect(
      screen.getByRole('searchbox', { name: 'Search checks' }),
    ).toHaveValue('cache/deps-before-source');
  });

  it('offers to try again', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'getService')
      .mockRejectedValueOnce(new Error('Gone for lunch'));
    renderFixture(<ServiceTab />, { service: 'orders', api });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Gone for lunch',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('heading', { name: 'Fails the gate' }),
    ).toBeInTheDocument();
  });
});
