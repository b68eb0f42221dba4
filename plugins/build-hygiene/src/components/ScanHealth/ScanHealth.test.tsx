/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { ScanHealthPage } from '../Report';

describe('ScanHealthPage', () => {
  it('tells what fails, and leads to the services behind it', async () => {
    const api = renderFixture(<ScanHealthPage />);
    const problems = await screen.findByRole('region', { name: 'What fails' });
    const [first] = within(problems).getAllByRole('listitem');
    const { code, message, services } = api.scanHealth.problems[0];
    expect(first).toHaveTextContent('on git.example.com');
    expect(first).toHaveTextContent(message);
    expect(
      within(first).getByRole('link', { name: new RegExp(`^${services} `) }),
    ).toHaveAttribute(
      'href',
      `/build-hygiene/services?error=${code}&host=git.example.com`,
    );
    const hosts = screen.getByRole('region', { name: 'Hosts' });
    expect(
      within(hosts).getByRole('row', { name: /^git.example.com/ }),
    ).toHaveTextContent(/1 service waits, next try in (?:59 minutes|1 hour)/);
    expect(
      screen.getByRole('link', { name: /^Failing scans:/ }),
    ).toHaveAttribute(
      'href',
      '/build-hygiene/services?status=failed&status=stale',
    );
    expect(
      await screen.findByRole('region', { name: 'Failing services' }),
    ).toHaveTextContent(message);
  });

  it('tries again what fails for one reason on one host', async () => {
    const api = renderFixture(<ScanHealthPage />);
    const [retry] = await screen.findAllByRole('button', {
      name: /^Try again now:/,
    });
    await userEvent.click(retry);
    const { code, host } = api.scanHealth.problems[0];
    expect(api.retries).toEqual([{ code, host }]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Try all again now' }),
    );
    expect(api.retries).toEqual([{ code, host }, {}]);
  });

  it('offers nothing to those who may not scan', async () => {
    const api = new FixtureApi();
    api.scanHealth.mayScan = false;
    renderFixture(<ScanHealthPage />, { api });
    await screen.findByRole('region', { name: 'What fails' });
    expect(
      screen.queryByRole('button', { name: /again/ }),
    ).not.toBeInTheDocument();
  });

  it('is calm when nothing fails', async () => {
    const api = new FixtureApi();
    Object.assign(api.scanHealth, {
      problems: [],
      slowest: [],
      states: { ...api.scanHealth.states, failed: 0, stale: 0 },
      queue: { due: 0, requested: 0, running: 0 },
      lastRoundAt: undefined,
    });
    renderFixture(<ScanHealthPage />, { api });
    expect(
      await screen.findByRole('region', { name: 'What fails' }),
    ).toHaveTextContent('No scan fails.');
    expect(screen.getByText('Every last scan worked')).toBeInTheDocument();
    expect(screen.getByText('Nothing is due, 0 running')).toBeInTheDocument();
    expect(screen.getByText('No repository was read yet.')).toBeInTheDocument();
  });

  it('leads to the other pages', async () => {
    renderFixture(<ScanHealthPage />);
    const nav = screen.getByRole('navigation', { name: 'Pages of the report' });
    await userEvent.click(
      within(nav).getByRole('button', { name: 'Scan health' }),
    );
    expect(
      await screen.findByRole('menuitem', { name: 'Fleet' }),
    ).toHaveAttribute('href', '/build-hygiene/fleet');
  });
});
