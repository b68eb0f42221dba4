/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiStackLine } from '@remixicon/react';
import { BuildHygieneClient } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from './api';
import { isBuildHygieneAvailable } from './isBuildHygieneAvailable';
import {
  entityContentRouteRef,
  fixTemplateRouteRef,
  rootRouteRef,
} from './routes';
import { waysInExtensions } from './waysInExtensions';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: buildHygieneApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => BuildHygieneClient.create({ fetchApi }),
    }),
});

const summaryCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    type: 'info',
    filter: isBuildHygieneAvailable,
    loader: () =>
      import('./components/ServiceCard').then(({ ServiceCard }) => (
        <ServiceCard />
      )),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: '/build-hygiene',
    title: 'Build hygiene',
    group: 'development',
    icon: <RiStackLine />,
    routeRef: entityContentRouteRef,
    filter: isBuildHygieneAvailable,
    loader: () =>
      import('./components/ServiceTab').then(({ ServiceTab }) => (
        <ServiceTab />
      )),
  },
});

const reportPage = PageBlueprint.make({
  params: {
    path: '/build-hygiene',
    title: 'Build hygiene',
    icon: <RiStackLine />,
    routeRef: rootRouteRef,
  },
});

const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: () =>
      import('./components/Report').then(({ OverviewPage }) => (
        <OverviewPage />
      )),
  },
});

const servicesPage = SubPageBlueprint.make({
  name: 'services',
  params: {
    path: 'services',
    title: 'Services',
    loader: () =>
      import('./components/Report').then(({ ServicesPage }) => (
        <ServicesPage />
      )),
  },
});

const rulesPage = SubPageBlueprint.make({
  name: 'rules',
  params: {
    path: 'rules',
    title: 'Rules',
    loader: () =>
      import('./components/Report').then(({ RulesPage }) => <RulesPage />),
  },
});

const fleetPage = SubPageBlueprint.make({
  name: 'fleet',
  params: {
    path: 'fleet',
    title: 'Fleet',
    loader: () =>
      import('./components/Report').then(({ FleetPage }) => <FleetPage />),
  },
});

const buildsPage = SubPageBlueprint.make({
  name: 'builds',
  params: {
    path: 'builds',
    title: 'Builds',
    loader: () =>
      import('./components/Report').then(({ BuildsPage }) => <BuildsPage />),
  },
});

const campaignsPage = SubPageBlueprint.make({
  name: 'campaigns',
  params: {
    path: 'campaigns',
    title: 'Campaigns',
    loader: () =>
      import('./components/Report').then(({ CampaignsPage }) => (
        <CampaignsPage />
      )),
  },
});

const waiversPage = SubPageBlueprint.make({
  name: 'waivers',
  params: {
    path: 'waivers',
    title: 'Waivers',
    loader: () =>
      import('./components/Report').then(({ WaiversPage }) => <WaiversPage />),
  },
});

const moduleSourcesPage = SubPageBlueprint.make({
  name: 'sources',
  params: {
    path: 'sources',
    title: 'Module sources',
    loader: () =>
      import('./components/Report').then(({ ModuleSourcesPage }) => (
        <ModuleSourcesPage />
      )),
  },
});

const scanHealthPage = SubPageBlueprint.make({
  name: 'scans',
  params: {
    path: 'scans',
    title: 'Scan health',
    loader: () =>
      import('./components/Report').then(({ ScanHealthPage }) => (
        <ScanHealthPage />
      )),
  },
});

/**
 * Build hygiene for the new frontend system: a card and a tab on service
 * pages, and a report page.
 *
 * @public
 */
const buildHygienePlugin = createFrontendPlugin({
  pluginId: 'build-hygiene',
  title: 'Build hygiene',
  icon: <RiStackLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  externalRoutes: { fixTemplate: fixTemplateRouteRef },
  extensions: [
    api,
    summaryCard,
    entityContent,
    reportPage,
    overviewPage,
    servicesPage,
    rulesPage,
    fleetPage,
    buildsPage,
    campaignsPage,
    waiversPage,
    moduleSourcesPage,
    scanHealthPage,
    ...waysInExtensions,
  ],
});

export default buildHygienePlugin;
