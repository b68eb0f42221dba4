/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { BuildsPage } from '../Report';

const region = (name: string) => screen.findByRole('region', { name });

describe('BuildsPage', () => {
  it('states of how many builds each figure is', async () => {
    const api = renderFixture(<BuildsPage />);

    const tiles = await screen.findByRole('list', {
      name: 'What all builds come to',
    });
    const { hitRate } = await api.getReportMeasures();
    const [hits, ...others] = within(tiles).getAllByRole('listitem');
    expect(hits).toHaveTextContent(
      `Cache hit rate${Math.round(hitRate.value! * 100)}%`,
    );
    expect(hits).toHaveTextContent(`${hitRate.builds} builds in 30 days`);
    expect(others).toHaveLength(5);
    for (const tile of others) {
      expect(tile).toHaveTextContent('builds in 30 days');
    }
  });

  it('shows open incidents first, with what to do', async () => {
    renderFixture(<BuildsPage />);

    const items = within(await region('Incidents'))
      .getAllByRole('listitem')
      .filter(item => item.textContent?.includes('.example.com'));
    expect(items[0]).toHaveTextContent('Open');
    expect(items[0]).toHaveTextContent(
      /goproxy\.example\.com: The module proxy failed\. Builds of 24 services fail since /,
    );
    expect(items[0]).toHaveTextContent('look at the proxy');
    expect(items[0]).toHaveTextContent('and 21 more');
    expect(within(items[0]).getByText('checkout').closest('a')).toHaveAttribute(
      'href',
      expect.stringContaining('checkout/build-hygiene'),
    );
    expect(items[1]).toHaveTextContent('Over');
    expect(items[1]).not.toHaveTextContent('Log in to the registry');
  });

  it('has the figures of its charts as tables', async () => {
    const api = renderFixture(<BuildsPage />);

    const failures = await region('Why builds fail');
    const { builds, classes } = await api.getReportFailures();
    expect(failures).toHaveTextContent(
      new RegExp(`^Why builds fail${builds} failed builds of \\d+ services in`),
    );
    const table = within(failures).getByRole('table', {
      name: 'Failed builds by class',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(
      classes.items.length + 1,
    );
    for (const name of ['Hit rate over time', 'Build time']) {
      const section = within(await region(name));
      expect(section.getByText('As a table')).toBeInTheDocument();
      expect(
        section.getAllByRole('row', { hidden: true }).length,
      ).toBeGreaterThan(2);
    }
  });

  it('leads from an owner to its services', async () => {
    renderFixture(<BuildsPage />);

    const owners = within(await region('By owner'));
    expect(owners.getByRole('link', { name: 'parcels' })).toHaveAttribute(
      'href',
      '/build-hygiene/services?owner=group%3Adefault%2Fparcels',
    );
  });

  it('keeps its window in the address', async () => {
    const api = new FixtureApi();
    const measures = jest.spyOn(api, 'getReportMeasures');
    renderFixture(<BuildsPage />, { api, path: '/?days=90' });

    await region('Incidents');
    expect(screen.getByRole('radio', { name: '90 days' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: '7 days' }));
    for (const [index, days] of [90, 7].entries()) {
      expect(measures).toHaveBeenNthCalledWith(
        index + 1,
        { days },
        expect.anything(),
      );
    }
  });

  it('waits for enough builds before it shows a rate', async () => {
    const api = new FixtureApi();
    api.builds.splice(2);
    renderFixture(<BuildsPage />, { api });

    const tiles = await screen.findByRole('list', {
      name: 'What all builds come to',
    });
    expect(within(tiles).getAllByRole('listitem')[0]).toHaveTextContent(
      'Cache hit rate–of cacheable steps2 of 3 builds that are needed',
    );
    expect(await region('Hit rate over time')).toHaveTextContent(
      'There are too few builds for a rate so far.',
    );
  });

  it('says that there were no incidents and no failures', async () => {
    const api = new FixtureApi();
    api.incidents.items = [];
    api.builds.splice(
      0,
      api.builds.length,
      ...api.builds.filter(({ outcome }) => outcome === 'success'),
    );
    renderFixture(<BuildsPage />, { api });

    expect(await region('Incidents')).toHaveTextContent(
      'None in the last 30 days.',
    );
    expect(await region('Why builds fail')).toHaveTextContent(
      'No build failed in the last 30 days.',
    );
    expect(await region('Flakiest servers')).toHaveTextContent(
      'No build failed because of a server.',
    );
  });

  it('says how to begin where there are no builds', async () => {
    const api = new FixtureApi();
    api.builds.splice(0);
    renderFixture(<BuildsPage />, { api });

    expect(
      await screen.findByRole('heading', {
        name: 'No builds in the last 30 days',
      }),
    ).toBeInTheDocument();
    expect(screen.getAllByRole('tab').length).toBeGreaterThan(2);
  });

  it('tells of an error and asks again', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'getReportIncidents')
      .mockRejectedValueOnce(new Error('The database is gone'));
    renderFixture(<BuildsPage />, { api });

    await userEvent.click(
      await screen.findByRole('button', { name: /again/i }),
    );
    expect(await region('Incidents')).toBeInTheDocument();
  });
});
