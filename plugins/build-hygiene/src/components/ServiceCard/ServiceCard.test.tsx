/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { usePermission } from '@backstage/plugin-permission-react';
import { buildHygieneScanPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { ServiceCard } from './ServiceCard';

// Answers of the real one are kept from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

describe('ServiceCard', () => {
  beforeEach(() =>
    jest
      .mocked(usePermission)
      .mockReturnValue({ allowed: true, loading: false }),
  );

  it('shows score, gate, categories, hit rate and the best next fix', async () => {
    renderFixture(<ServiceCard />, { service: 'orders' });

    expect(
      await screen.findByRole('img', { name: 'Score 41 of 100, grade F' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Fails the gate')).toBeInTheDocument();
    expect(screen.getByText('7 open checks')).toBeInTheDocument();
    const categories = screen.getByRole('list', { name: 'Checks by category' });
    expect(
      within(categories).getByRole('img', {
        name: 'Layer cache: 0 of 3 checks passed',
      }),
    ).toBeInTheDocument();
    expect(
      within(categories).getByText('3 categories: all passed'),
    ).toBeInTheDocument();
    expect(screen.getByText('31%')).toBeInTheDocument();
    expect(screen.getByText('38 builds, 30 days')).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'Every source change downloads all modules again',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/build-hygiene?check=cache%2Fdeps-before-source%40Dockerfile#checks',
    );
  });

  it('has nothing to mend for a perfect service', async () => {
    renderFixture(<ServiceCard />, { service: 'checkout' });

    expect(await screen.findByText('Passes the gate')).toBeInTheDocument();
    expect(screen.getByText('Nothing open')).toBeInTheDocument();
    expect(screen.getByText('7 categories: all passed')).toBeInTheDocument();
    expect(screen.queryByText('Best next fix')).not.toBeInTheDocument();
  });

  it('keeps the last good report when a scan failed', async () => {
    renderFixture(<ServiceCard />, { service: 'payments' });

    expect(
      await screen.findByText('The host asks to wait'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: 'Score 72 of 100, grade C' }),
    ).toBeInTheDocument();
    expect(screen.getByText('Needs 2 more builds')).toBeInTheDocument();
  });

  it.each([
    ['ledger', 'No permission to read the repository'],
    ['invoices', 'The first scan is on its way'],
    ['handbook', 'Nothing to check here'],
    ['stranger', 'Not a scanned service'],
  ])('says why %s has no score', async (service, title) => {
    renderFixture(<ServiceCard />, { service });

    expect(
      await screen.findByRole('heading', { name: title }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Fails the gate')).not.toBeInTheDocument();
  });

  it('says that the service is not rated, and why', async () => {
    renderFixture(<ServiceCard />, { service: 'catalogue' });

    expect(
      await screen.findByRole('img', { name: 'Not rated' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Less than half of the rules could be evaluated.'),
    ).toBeInTheDocument();
  });

  it('loads again after an error', async () => {
    const api = new FixtureApi();
    const getService = jest
      .spyOn(api, 'getService')
      .mockRejectedValueOnce(new Error('The backend is away'));
    renderFixture(<ServiceCard />, { service: 'orders', api });

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The backend is away');
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );

    expect(await screen.findByText('Fails the gate')).toBeInTheDocument();
    expect(getService).toHaveBeenCalledTimes(2);
  });

  it('tells who may not see it, without a button that cannot help', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'getService')
      .mockRejectedValue(Object.assign(new Error('No'), { statusCode: 403 }));
    renderFixture(<ServiceCard />, { service: 'orders', api });

    expect(await screen.findByText('You may not see this')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('asks for a scan', async () => {
    const api = new FixtureApi();
    const rescan = jest.spyOn(api, 'rescan');
    renderFixture(<ServiceCard />, { service: 'orders', api });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Rescan' }),
    );

    expect(rescan).toHaveBeenCalledWith('component:default/orders');
  });

  it.each([
    ['orders', 'Fails the gate'],
    ['ledger', 'No permission to read the repository'],
  ])('asks for no scan of %s for who may not', async (service, text) => {
    jest
      .mocked(usePermission)
      .mockReturnValue({ allowed: false, loading: false });
    renderFixture(<ServiceCard />, { service });

    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Rescan' }),
    ).not.toBeInTheDocument();
    expect(usePermission).toHaveBeenCalledWith({
      permission: buildHygieneScanPermission,
      resourceRef: `component:default/${service}`,
    });
  });
});
