/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ComponentType } from 'react';
import { screen } from '@testing-library/react';
import { Route } from 'react-router-dom';
import { FlatRoutes } from '@backstage/core-app-api';
import { discoveryApiRef } from '@backstage/core-plugin-api';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { FixtureApi, fixtureEntities } from './fixtures';
import {
  buildHygieneApiRef,
  BuildHygieneFixesFieldExtension,
  BuildHygienePage,
  EntityBuildHygieneCard,
  EntityBuildHygieneContent,
} from './legacy';

async function renderLegacy(path: string) {
  await renderInTestApp(
    <TestApiProvider
      apis={[
        [buildHygieneApiRef, new FixtureApi()],
        [permissionApiRef, mockApis.permission()],
        [discoveryApiRef, { getBaseUrl: async id => `http://localhost/${id}` }],
        [toastApiRef, { post: () => ({ close: () => {} }) }],
      ]}
    >
      <EntityProvider entity={fixtureEntities[0]}>
        <FlatRoutes>
          <Route path="/build-hygiene" element={<BuildHygienePage />} />
          <Route path="/card" element={<EntityBuildHygieneCard />} />
          <Route path="/tab" element={<EntityBuildHygieneContent />} />
        </FlatRoutes>
      </EntityProvider>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('old frontend system', () => {
  it('shows the report', async () => {
    await renderLegacy('/build-hygiene');

    expect(
      await screen.findByRole('link', { name: /^Median score/ }),
    ).toBeInTheDocument();
  });

  it('shows the card', async () => {
    await renderLegacy('/card');

    expect(await screen.findByText('Passes the gate')).toBeInTheDocument();
  });

  it('shows the tab', async () => {
    await renderLegacy('/tab');

    expect(
      await screen.findByRole('heading', { name: 'Passes the gate' }),
    ).toBeInTheDocument();
  });

  it('has a field for forms of templates', async () => {
    function Field() {
      const [field] = useCustomFieldExtensions(
        <ScaffolderFieldExtensions>
          <BuildHygieneFixesFieldExtension />
        </ScaffolderFieldExtensions>,
      );
      const Component = field.component as ComponentType<any>;
      return (
        <Component
          formData={{ service: 'component:default/orders' }}
          onChange={() => {}}
          schema={{}}
          uiSchema={{}}
        />
      );
    }
    await renderInTestApp(
      <TestApiProvider apis={[[buildHygieneApiRef, new FixtureApi()]]}>
        <Field />
      </TestApiProvider>,
    );

    expect(await screen.findByText('2 of 2 fixes chosen')).toBeInTheDocument();
  });
});
