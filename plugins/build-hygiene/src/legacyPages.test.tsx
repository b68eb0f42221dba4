/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReactElement } from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import {
  CatalogIndexPage,
  DefaultEntityPresentationApi,
} from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  DefaultFilters,
  entityPresentationApiRef,
  entityRouteRef,
  starredEntitiesApiRef,
  MockStarredEntitiesApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { ScaffolderPage } from '@backstage/plugin-scaffolder';
import {
  ScaffolderApi,
  scaffolderApiRef,
  ScaffolderFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { FixtureApi } from './fixtures';
import {
  buildHygieneApiRef,
  BuildHygieneFixesFieldExtension,
  BuildHygieneGradePicker,
} from './legacy';

function componentOf(name: string, grade: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      labels: { 'build-hygiene/grade': grade },
    },
    spec: { type: 'service', owner: 'team', lifecycle: 'production' },
  };
}

const template = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: 'fix-build', namespace: 'default', title: 'Fix a build' },
  spec: { type: 'service', owner: 'team', steps: [] },
};

/** What the backend says of the form. */
const form = {
  title: 'Fix a build',
  steps: [
    {
      title: 'Service and fixes',
      schema: {
        type: 'object',
        properties: {
          fix: {
            title: 'Service',
            type: 'object',
            'ui:field': 'BuildHygieneFixes',
          },
        },
      },
    },
  ],
};

const scaffolderApi = {
  getTemplateParameterSchema: async () => form,
} as Partial<ScaffolderApi> as ScaffolderApi;

async function renderPages(path: string, routes: ReactElement) {
  const catalog = catalogApiMock({
    entities: [componentOf('good', 'A'), componentOf('bad', 'F'), template],
  });
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [buildHygieneApiRef, new FixtureApi()],
        [catalogApiRef, catalog],
        [scaffolderApiRef, scaffolderApi],
        [
          entityPresentationApiRef,
          DefaultEntityPresentationApi.create({ catalogApi: catalog }),
        ],
        [permissionApiRef, mockApis.permission()],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ]}
    >
      <FlatRoutes>{routes}</FlatRoutes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

/** jsdom lays nothing out, so nothing is ever seen. */
class NothingSeen {
  observe() {}
  unobserve() {}
  disconnect() {}
}

describe('pages of the old frontend system', () => {
  beforeAll(() => {
    Object.assign(window, { IntersectionObserver: NothingSeen });
  });

  it('filter the catalog by grade', async () => {
    await renderPages(
      '/catalog',
      <Route
        path="/catalog"
        element={
          <CatalogIndexPage
            initiallySelectedFilter="all"
            filters={
              <>
                <DefaultFilters />
                <BuildHygieneGradePicker />
              </>
            }
          />
        }
      />,
    );
    expect(await screen.findByText('good')).toBeInTheDocument();

    await userEvent.click(
      await screen.findByTestId('buildHygieneGrade-picker-expand'),
    );
    await userEvent.click(await screen.findByRole('option', { name: 'F (1)' }));

    expect(await screen.findByText('All Components (1)')).toBeInTheDocument();
    expect(screen.getByText('bad')).toBeInTheDocument();
    expect(screen.queryByText('good')).toBeNull();
  });

  it('have the field of fixes in forms of templates', async () => {
    await renderPages(
      '/create/templates/default/fix-build',
      <Route path="/create" element={<ScaffolderPage />}>
        <ScaffolderFieldExtensions>
          <BuildHygieneFixesFieldExtension />
        </ScaffolderFieldExtensions>
      </Route>,
    );

    const service = await screen.findByRole('combobox', { name: /^Service/ });
    await userEvent.type(service, 'orders');
    await userEvent.click(
      await screen.findByRole('option', { name: /orders/ }),
    );
    expect(await screen.findByText('2 of 2 fixes chosen')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));

    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });
});
