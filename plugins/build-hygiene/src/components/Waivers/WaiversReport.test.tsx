/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { WaiversReport } from './WaiversReport';

function headings(): string[] {
  return screen
    .getAllByRole('heading', { level: 2 })
    .map(heading => heading.textContent ?? '');
}

describe('WaiversReport', () => {
  it('shows what asks for a decision first', async () => {
    renderFixture(<WaiversReport />);
    const pending = await screen.findByRole('region', {
      name: 'Waiting for approval (1)',
    });
    expect(headings()).toEqual([
      'Waiting for approval (1)',
      'Ending soon (1)',
      'In force (1)',
      'Ended (1)',
    ]);
    expect(pending).toHaveTextContent('security/secret-in-build');
    expect(pending).toHaveTextContent('amelia');
    expect(
      within(pending).getByRole('link', { name: 'orders' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/orders/build-hygiene?state=all&q=security%2Fsecret-in-build',
    );
    const active = screen.getByRole('region', { name: 'In force (1)' });
    expect(active).toHaveTextContent('approved by ravi');
    const ended = screen.getByRole('region', { name: 'Ended (1)' });
    expect(ended).toHaveTextContent('Withdrawn');
    expect(within(ended).queryByRole('button')).not.toBeInTheDocument();
  });

  it('lets decide, and shows what became of it', async () => {
    const api = renderFixture(<WaiversReport />);
    await userEvent.click(
      await screen.findByRole('button', { name: /^Approve: / }),
    );
    expect(
      await screen.findByRole('region', { name: 'In force (2)' }),
    ).toHaveTextContent('approved by guest');
    expect(headings()).not.toContain('Waiting for approval (1)');
    expect(api.waivers.find(({ id }) => id === 'pending')?.state).toBe(
      'active',
    );
  });

  it('says so when there is none', async () => {
    const api = new FixtureApi();
    api.waivers = [];
    renderFixture(<WaiversReport />, { api });
    expect(await screen.findByText('There are no waivers')).toBeInTheDocument();
  });

  it('tells what failed, and tries again', async () => {
    const api = new FixtureApi();
    const answer = api.queryWaivers.bind(api);
    api.queryWaivers = async () => {
      throw new Error('no connection');
    };
    renderFixture(<WaiversReport />, { api });
    const retry = await screen.findByRole('button', { name: /again/i });
    api.queryWaivers = answer;
    await userEvent.click(retry);
    expect(
      await screen.findByRole('region', { name: 'Ending soon (1)' }),
    ).toBeInTheDocument();
  });
});
