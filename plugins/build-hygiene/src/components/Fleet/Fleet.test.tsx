/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fixtureFleet, FixtureApi } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { FleetPage } from '../Report';

describe('FleetPage', () => {
  it('leads from each value to its services, and says what has drifted', async () => {
    renderFixture(<FleetPage />);

    const images = await screen.findByRole('region', { name: 'Go image' });
    expect(images).toHaveTextContent('100 services · 88 of them off course');
    const [newerLine, ended] = within(images).getAllByRole('listitem');
    expect(newerLine).toHaveTextContent('Newest is 1.27.4');
    expect(ended).toHaveTextContent('No fixes since');
    expect(within(ended).getByRole('link')).toHaveAttribute(
      'href',
      '/build-hygiene/services?fleet=go-image%3A1.23',
    );
  });

  it('has words for what is no text of a repository', async () => {
    renderFixture(<FleetPage />);

    const caches = await screen.findByRole('region', {
      name: 'Caches of CI builds',
    });
    expect(caches).toHaveTextContent('No cache');
    expect(caches).toHaveTextContent('Not known');
    expect(within(caches).getByText('gha').tagName).toBe('CODE');
  });

  it('keeps rare values back until they are asked for', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'getFleet').mockResolvedValue({
      ...fixtureFleet,
      aspects: [
        {
          aspect: 'go-directive',
          services: 100,
          drifted: 0,
          moreValues: 3,
          values: Array.from({ length: 8 }, (_, index) => ({
            value: `1.27.${index}`,
            services: 10,
          })),
        },
      ],
    });
    renderFixture(<FleetPage />, { api });

    const lines = await screen.findByRole('region', {
      name: 'Go line of go.mod',
    });
    expect(within(lines).getAllByRole('listitem')).toHaveLength(6);
    await userEvent.click(
      within(lines).getByRole('button', { name: 'Show 2 more' }),
    );
    expect(within(lines).getAllByRole('listitem')).toHaveLength(8);
    expect(lines).toHaveTextContent('3 rarer values are not listed.');
  });

  it('says when nothing is known yet', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'getFleet')
      .mockResolvedValue({ services: 0, asOf: '2026-11-21', aspects: [] });
    renderFixture(<FleetPage />, { api });

    expect(
      await screen.findByRole('heading', { name: 'Nothing is known yet' }),
    ).toBeInTheDocument();
  });
});
