/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { ServicesPage } from './ReportPages';

function renderServices(path = '/', api = new FixtureApi()) {
  const queryServices = jest.spyOn(api, 'queryServices');
  renderFixture(<ServicesPage />, { api, path });
  return {
    lastQuery: () =>
      queryServices.mock.calls[queryServices.mock.calls.length - 1][0],
    queryServices,
  };
}

describe('ServicesPage', () => {
  it('lists the worst first, with links to their pages', async () => {
    const { lastQuery } = renderServices();

    const row = await screen.findByRole('row', { name: /orders/ });
    expect(within(row).getByText('41')).toBeInTheDocument();
    expect(within(row).getByText('Fails')).toBeInTheDocument();
    expect(within(row).getByText('1 critical')).toBeInTheDocument();
    expect(within(row).getByText('31%')).toBeInTheDocument();
    expect(row).toHaveAttribute(
      'data-href',
      '/catalog/default/component/orders/build-hygiene',
    );
    expect(lastQuery()).toMatchObject({
      sort: 'score',
      order: 'asc',
      limit: 20,
      cursor: undefined,
    });
  });

  it('keeps the place of filters while their options load, and no longer', async () => {
    const api = new FixtureApi();
    let fail = (_: Error) => {};
    jest.spyOn(api, 'listFacets').mockReturnValue(
      new Promise((_, reject) => {
        fail = reject;
      }),
    );
    renderServices('/', api);
    const owners = await screen.findByRole('button', { name: /Owner/ });
    expect(owners).toBeDisabled();

    fail(new Error('Back in a minute'));

    await waitFor(() => expect(owners).not.toBeInTheDocument());
    expect(screen.getByRole('button', { name: /Grade/ })).toBeEnabled();
  });

  it('pages by the cursor, there and back', async () => {
    const { lastQuery } = renderServices();
    expect(
      await screen.findByText('Page 1 of 3 · 48 services'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: /next/i }));

    expect(
      await screen.findByText('Page 2 of 3 · 48 services'),
    ).toBeInTheDocument();
    expect(lastQuery()).toMatchObject({ cursor: '20' });

    await userEvent.click(screen.getByRole('button', { name: /previous/i }));

    expect(
      await screen.findByText('Page 1 of 3 · 48 services'),
    ).toBeInTheDocument();
    expect(lastQuery()).toMatchObject({ cursor: undefined });
  });

  it('shows the columns that the address asks for, and lets choose others', async () => {
    renderServices('/?columns=score,host');
    await screen.findByRole('row', { name: /orders/ });
    const names = () =>
      screen
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent?.trim());
    expect(names()).toEqual(['Service', 'Score', 'Host']);
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose columns' }),
    );
    await userEvent.click(
      await screen.findByRole('menuitemcheckbox', { name: 'Owner' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(names()).toEqual(['Service', 'Owner', 'Score', 'Host']),
    );
  });

  it('sorts in the backend, from the first page', async () => {
    const { lastQuery } = renderServices('/?cursor=20&page=2');

    await userEvent.click(
      await screen.findByRole('columnheader', { name: /Service/ }),
    );

    expect(
      await screen.findByText('Page 1 of 3 · 48 services'),
    ).toBeInTheDocument();
    expect(lastQuery()).toMatchObject({
      sort: 'name',
      order: 'asc',
      cursor: undefined,
    });
  });

  it('searches after a pause in typing, with one request', async () => {
    const { lastQuery, queryServices } = renderServices();
    await screen.findByRole('row', { name: /orders/ });

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search services' }),
      'orders',
    );

    expect(
      await screen.findByText('Page 1 of 1 · 1 service'),
    ).toBeInTheDocument();
    // A slow machine may pause in the middle of the word, too.
    await waitFor(() =>
      expect(lastQuery()).toMatchObject({ search: 'orders' }),
    );
    expect(queryServices.mock.calls.length).toBeLessThan(8);
  });

  it('filters by the choices that the backend knows', async () => {
    const { lastQuery } = renderServices();

    await userEvent.click(await screen.findByRole('button', { name: /Owner/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'payments' }),
    );

    await userEvent.keyboard('{Escape}');

    await screen.findByRole('button', { name: 'Clear filters' });
    expect(lastQuery()).toMatchObject({ owner: ['group:default/payments'] });
  });

  it('reads filters from the address, and takes them away', async () => {
    const { lastQuery } = renderServices(
      '/?gate=fail&severity=critical&grade=F',
    );
    await screen.findByRole('row', { name: /orders/ });

    expect(lastQuery()).toMatchObject({
      gate: 'fail',
      severity: 'critical',
      grade: ['F'],
    });
    expect(screen.getByText('Open finding: Critical')).toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );

    expect(
      await screen.findByText('Page 1 of 3 · 48 services'),
    ).toBeInTheDocument();
    expect(lastQuery()).toMatchObject({
      gate: undefined,
      severity: undefined,
      grade: undefined,
    });
  });

  it('says that no service matches', async () => {
    renderServices('/?q=nothing-like-this');

    expect(
      await screen.findByRole('heading', { name: 'No service matches' }),
    ).toBeInTheDocument();
  });

  it('says why a service has no score', async () => {
    renderServices('/?q=ledger');

    const row = await screen.findByRole('row', { name: /ledger/ });
    expect(within(row).getByText('Scan failed')).toHaveAttribute(
      'title',
      'No permission to read the repository',
    );
  });

  it('offers to try again', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'queryServices')
      .mockRejectedValueOnce(new Error('Too slow'));
    renderServices('/', api);

    expect(await screen.findByRole('alert')).toHaveTextContent('Too slow');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('row', { name: /orders/ }),
    ).toBeInTheDocument();
  });
});
