/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildHygieneApiRef } from '../../api';
import { FixtureApi } from '../../fixtures';
import { rootRouteRef } from '../../routes';
import { NeedsAttention } from './NeedsAttention';

describe('NeedsAttention', () => {
  function show(api: FixtureApi, ownershipEntityRefs = ['group:default/mine']) {
    renderInTestApp(<NeedsAttention />, {
      apis: [
        [buildHygieneApiRef, api],
        [identityApiRef, mockApis.identity({ ownershipEntityRefs })],
      ],
      mountedRoutes: {
        '/build-hygiene': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
  }

  it('lists services of the user, lowest scores first', async () => {
    const api = new FixtureApi();
    const [one, two] = api.summaries;
    const none = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
    const query = jest.spyOn(api, 'queryServices').mockResolvedValue({
      items: [
        {
          ...one,
          entityRef: 'component:default/worst',
          title: undefined,
          score: 12,
          grade: 'F',
          openFindings: { ...none, critical: 2 },
        },
        {
          ...two,
          entityRef: 'component:default/fine',
          openFindings: none,
        },
      ],
      total: 7,
    });
    show(api);
    const list = await screen.findByRole('list', {
      name: 'Services of yours, lowest scores first',
    });
    expect(within(list).getAllByRole('listitem')).toHaveLength(1);
    expect(list).toHaveTextContent('worst2 critical findings12');
    expect(screen.getByRole('link', { name: 'worst' })).toHaveAttribute(
      'href',
      '/catalog/default/component/worst/build-hygiene',
    );
    expect(
      screen.getByRole('link', {
        name: 'All 7 services of yours in the report',
      }),
    ).toHaveAttribute(
      'href',
      '/build-hygiene/services?owner=group%3Adefault%2Fmine&sort=score',
    );
    expect(query).toHaveBeenCalledWith(
      { owner: ['group:default/mine'], sort: 'score', order: 'asc', limit: 5 },
      { signal: expect.anything() },
    );
  });

  it('says that nothing is open', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'queryServices').mockResolvedValue({
      items: [
        {
          ...api.summaries[0],
          openFindings: { critical: 0, high: 0, medium: 0, low: 0, info: 0 },
        },
      ],
      total: 1,
    });
    show(api);
    expect(
      await screen.findByRole('heading', { name: 'Nothing is open' }),
    ).toBeInTheDocument();
  });

  it('asks for nothing when the user owns nothing', async () => {
    const api = new FixtureApi();
    const query = jest.spyOn(api, 'queryServices');
    show(api, []);
    expect(
      await screen.findByRole('heading', { name: 'No services of yours' }),
    ).toBeInTheDocument();
    expect(query).not.toHaveBeenCalled();
  });

  it('offers to try again', async () => {
    const api = new FixtureApi();
    const query = jest
      .spyOn(api, 'queryServices')
      .mockRejectedValueOnce(new Error('Gone for lunch'));
    show(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Gone for lunch',
    );
    query.mockResolvedValue({ items: [], total: 0 });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('heading', { name: 'No services of yours' }),
    ).toBeInTheDocument();
  });
});
