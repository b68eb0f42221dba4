/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { CampaignsPage } from '../Report';

describe('CampaignsPage', () => {
  it('lists what is due next first, and what is closed', async () => {
    renderFixture(<CampaignsPage />);
    const open = await screen.findByRole('region', { name: 'Open (2)' });
    const [late, secrets] = within(open).getAllByRole('listitem');
    expect(late).toHaveTextContent('Nothing off course: Go image');
    expect(late).toHaveTextContent(/Was due/);
    expect(late).toHaveTextContent('19 of 31 done (61%)');
    expect(secrets).toHaveTextContent('services of production');
    expect(
      within(secrets).getByRole('link', { name: 'No secrets in builds' }),
    ).toHaveAttribute('href', '/build-hygiene/campaigns?campaign=secrets');
    expect(
      screen.getByRole('region', { name: 'Closed (1)' }),
    ).toHaveTextContent('14 of 14 done (100%)');
  });

  it('starts one, and opens it', async () => {
    const api = renderFixture(<CampaignsPage />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start a campaign' }),
    );
    const dialog = await screen.findByRole('dialog');
    const start = within(dialog).getByRole('button', {
      name: 'Start a campaign',
    });
    expect(start).toBeDisabled();
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /^Name/ }),
      'Newest Go',
    );
    await userEvent.click(
      within(dialog).getByRole('radio', {
        name: 'What is off course in the fleet',
      }),
    );
    await userEvent.click(start);
    expect(
      await screen.findByRole('region', { name: 'Newest Go' }),
    ).toHaveTextContent('Nothing off course: Go image · all services');
    expect(api.campaigns[3]).toMatchObject({
      name: 'Newest Go',
      target: { kind: 'drift', aspect: 'go-image' },
      scope: {},
    });
  });

  it('shows a campaign by day and by owner, with the services that are left', async () => {
    const api = new FixtureApi();
    const query = jest.spyOn(api, 'queryServices');
    renderFixture(<CampaignsPage />, { api, path: '/?campaign=secrets' });
    const owners = await screen.findByRole('region', {
      name: 'Progress by owner',
    });
    expect(
      within(owners).getByRole('link', { name: '2 services' }),
    ).toHaveAttribute(
      'href',
      '/build-hygiene/services?campaign=secrets&owner=group%3Adefault%2Fstorefront',
    );
    expect(
      screen.getByRole('region', { name: 'Remaining services' }),
    ).toBeInTheDocument();
    await screen.findByRole('region', { name: 'Services that have it to do' });
    expect(query.mock.calls.map(([asked]) => asked)).toEqual([
      { campaign: 'secrets', openRules: true, sort: 'name', limit: 10 },
    ]);
  });

  it('closes and opens again, and saves changes', async () => {
    const api = renderFixture(<CampaignsPage />, {
      path: '/?campaign=secrets',
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog');
    const name = within(dialog).getByRole('textbox', { name: /^Name/ });
    await userEvent.clear(name);
    await userEvent.type(name, 'No secrets at all');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('region', { name: 'No secrets at all' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Open again' }),
    );
    await screen.findByRole('button', { name: 'Close' });
    expect(api.campaigns[1].state).toBe('open');
  });

  it('offers nothing to those who may not', async () => {
    const api = new FixtureApi();
    api.mayManage = false;
    api.campaigns = [];
    renderFixture(<CampaignsPage />, { api });
    expect(
      await screen.findByText('There are no campaigns'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Start a campaign' }),
    ).not.toBeInTheDocument();
  });

  it('says so when there is no such campaign', async () => {
    renderFixture(<CampaignsPage />, { path: '/?campaign=none' });
    expect(
      await screen.findByText('There is no such campaign'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All campaigns' })).toHaveAttribute(
      'href',
      '/build-hygiene/campaigns',
    );
  });
});
