/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useEffect, useState } from 'react';
import { screen } from '@testing-library/react';
import { FlatRoutes } from '@backstage/core-app-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { Route } from 'react-router-dom';
import { buildHygieneApiRef } from './api';
import { FixtureApi } from './fixtures';
import { BuildHygienePage } from './legacy';
import buildHygienePlugin from './plugin';

// Where links to services lead.
const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

// Answers of the real one are kept from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(),
}));

describe.each([
  { allowed: true, tabs: ['Module sources', 'Scan health'] },
  { allowed: false, tabs: ['Module sources'] },
])(
  'the tab of scans, where they are allowed: $allowed',
  ({ allowed, tabs }) => {
    beforeEach(() => {
      jest.mocked(usePermission).mockReturnValue({ allowed, loading: false });
    });

    async function shown(): Promise<(string | null)[]> {
      await screen.findByRole('tab', { name: 'Module sources' });
      return screen.getAllByRole('tab').map(tab => tab.textContent);
    }

    it('in the new frontend system', async () => {
      renderTestApp({
        features: [buildHygienePlugin],
        apis: [[buildHygieneApiRef, new FixtureApi()]],
        initialRouteEntries: ['/build-hygiene'],
        mountedRoutes,
      });
      expect((await shown()).slice(7)).toEqual(tabs);
    });

    it('in the old frontend system', async () => {
      await renderInTestApp(
        <TestApiProvider apis={[[buildHygieneApiRef, new FixtureApi()]]}>
          <FlatRoutes>
            <Route path="/build-hygiene" element={<BuildHygienePage />} />
          </FlatRoutes>
        </TestApiProvider>,
        { routeEntries: ['/build-hygiene'], mountedRoutes },
      );
      expect((await shown()).slice(7)).toEqual(tabs);
    });
  },
);

it('comes later than the page, which asks for nothing again', async () => {
  jest.mocked(usePermission).mockImplementation(() => {
    const [allowed, setAllowed] = useState(false);
    useEffect(() => setAllowed(true), []);
    return { allowed, loading: !allowed };
  });
  const api = new FixtureApi();
  const getReportSummary = jest.spyOn(api, 'getReportSummary');
  renderTestApp({
    features: [buildHygienePlugin],
    apis: [[buildHygieneApiRef, api]],
    initialRouteEntries: ['/build-hygiene/overview'],
    mountedRoutes,
  });
  await screen.findByRole('tab', { name: 'Scan health' });
  await screen.findByRole('link', { name: /^Median score/ });
  expect(getReportSummary).toHaveBeenCalledTimes(1);
});
