/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { ModuleSourcesPage } from '../Report';

const list = () =>
  screen.findByRole('region', { name: 'What builds get from the list' });

async function sourceItem(name: string) {
  const heading = await screen.findByRole('heading', { name, level: 3 });
  return heading.closest('li')!;
}

describe('ModuleSourcesPage', () => {
  it('reads the list to people', async () => {
    renderFixture(<ModuleSourcesPage />);

    const chain = within(await list()).getByRole('list', {
      name: 'The list of sources, in the order in which they are asked',
    });
    expect(
      within(chain)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'goproxy.corp.example',
      ',only after 404 or 410proxy.golang.org',
      '|after any errorthe repository of the module itself',
    ]);
  });

  it('says what each kind of module comes to now', async () => {
    renderFixture(<ModuleSourcesPage />);

    const section = await list();
    expect(section).toHaveTextContent(
      'A public module comes from goproxy.corp.example.',
    );
    expect(section).toHaveTextContent(
      'A private module comes from goproxy.corp.example.',
    );
    expect(section).toHaveTextContent(
      'A module that there is not is an error at goproxy.corp.example, so that no source after it is asked.',
    );
    expect(section).toHaveTextContent('Tried with golang.org/x/text@v0.14.0.');
  });

  it('shows how a source does, and what if it fails', async () => {
    renderFixture(<ModuleSourcesPage />);

    const item = await sourceItem('goproxy.corp.example');
    expect(item).toHaveTextContent('Works with faults');
    expect(item).toHaveTextContent(
      'If it is down, a public module makes the build fail at goproxy.corp.example.',
    );
    expect(item).toHaveTextContent(
      'If it does not answer, a public module makes the build wait for goproxy.corp.example without end.',
    );
    expect(
      within(item).getByRole('img', {
        name: '288 looks in 24 hours: served at 94%',
      }),
    ).toBeInTheDocument();
    const [faults] = within(item).getAllByRole('list');
    expect(
      within(faults)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringContaining('Certificate: warning.Valid for 9 more days'),
      expect.stringContaining('Missing module: fails.Status 403.'),
    ]);
  });

  it('says that the second source covers for no outage of the first', async () => {
    renderFixture(<ModuleSourcesPage />);

    expect(await sourceItem('proxy.golang.org')).toHaveTextContent(
      'If it is down, a public module comes from goproxy.corp.example.',
    );
  });

  it('tells what the checksum database is for', async () => {
    renderFixture(<ModuleSourcesPage />);

    const item = await sourceItem('sum.golang.org');
    expect(item).toHaveTextContent('Down');
    expect(item).toHaveTextContent('Checksum database');
    expect(item).toHaveTextContent(/no module that is not in their go\.sum/);
    expect(item).not.toHaveTextContent('a public module');
  });

  it('has words for the time before the first look', async () => {
    const api = new FixtureApi();
    const [source] = api.moduleSources.sources;
    jest.spyOn(api, 'getModuleSources').mockResolvedValue({
      ...api.moduleSources,
      failover: { ...api.moduleSources.failover!, now: {} },
      sources: [
        {
          source: source.source,
          kind: 'proxy',
          history: { hours: 24, probes: 0, points: [] },
        },
      ],
    });
    renderFixture(<ModuleSourcesPage />, { api });

    expect(await list()).toHaveTextContent('The first look is still to come.');
    const item = await sourceItem('goproxy.corp.example');
    expect(item).toHaveTextContent('Unknown');
    expect(item).toHaveTextContent('Not looked at yet');
  });

  it('says why a list cannot be used', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'getModuleSources').mockResolvedValue({
      ...api.moduleSources,
      failover: {
        list: '',
        entries: [],
        error: 'invalid proxy URL missing scheme: corp',
        now: {},
        failures: [],
      },
    });
    renderFixture(<ModuleSourcesPage />, { api });

    expect(await list()).toHaveTextContent(
      'The go command does not take this list: invalid proxy URL missing scheme: corp',
    );
  });

  it('says how to configure sources when there are none', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'getModuleSources')
      .mockResolvedValue({ configured: false, sources: [] });
    renderFixture(<ModuleSourcesPage />, { api });

    expect(
      await screen.findByRole('heading', {
        name: 'No module sources are configured',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByLabelText('Configuration of module sources'),
    ).toHaveTextContent('buildHygiene: moduleSources:');
  });

  it('offers to try again', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'getModuleSources')
      .mockRejectedValueOnce(new Error('Not now'));
    renderFixture(<ModuleSourcesPage />, { api });

    expect(await screen.findByRole('alert')).toHaveTextContent('Not now');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await sourceItem('proxy.golang.org')).toBeInTheDocument();
  });
});
