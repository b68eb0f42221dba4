/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import { BuildHygieneClient } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from './api';
import {
  entityContentRouteRef,
  fixTemplateRouteRef,
  rootRouteRef,
} from './routes';

/**
 * Build hygiene for the old frontend system.
 *
 * @public
 */
export const buildHygienePlugin = createPlugin({
  id: 'build-hygiene',
  apis: [
    createApiFactory({
      api: buildHygieneApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => BuildHygieneClient.create({ fetchApi }),
    }),
  ],
  routes: {
    root: rootRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: { fixTemplate: fixTemplateRouteRef },
});

/**
 * The report page: `<Route path="/build-hygiene" element={<BuildHygienePage />} />`.
 *
 * @public
 */
export const BuildHygienePage: () => JSX.Element = buildHygienePlugin.provide(
  createRoutableExtension({
    name: 'BuildHygienePage',
    component: () =>
      import('./components/Report').then(module => module.LegacyReportPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The tab of a service page; use the path `/build-hygiene`, which the report
 * links to.
 *
 * @public
 */
export const EntityBuildHygieneContent: () => JSX.Element =
  buildHygienePlugin.provide(
    createRoutableExtension({
      name: 'EntityBuildHygieneContent',
      component: () =>
        import('./components/ServiceTab').then(module => module.ServiceTab),
      mountPoint: entityContentRouteRef,
    }),
  );

/**
 * The card of a service's overview page.
 *
 * @public
 */
export const EntityBuildHygieneCard: () => JSX.Element =
  buildHygienePlugin.provide(
    createComponentExtension({
      name: 'EntityBuildHygieneCard',
      component: {
        lazy: () =>
          import('./components/ServiceCard').then(module => module.ServiceCard),
      },
    }),
  );
