/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  ExtensionBoundary,
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
import { REPORT_TITLES } from './components/Report/reportTitles';
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

const reportPage = PageBlueprint.makeWithOverrides({
  factory(_originalFactory, { config, inputs, node }) {
    const icon = <RiStackLine />;
    const pages = inputs.pages.map(page => ({
      id: page.node.spec.id,
      path: page.get(coreExtensionData.routePath),
      title: page.get(coreExtensionData.title),
      icon: page.get(coreExtensionData.icon),
      element: page.get(coreExtensionData.reactElement),
    }));
    // Not by the original: it asks its loader anew, and with that draws the
    // page anew, with each change of the address.
    const element = ExtensionBoundary.lazy(node, () =>
      import('./components/Report/ReportLayout').then(({ ReportLayout }) => (
        <ReportLayout title={config.title} icon={icon} pages={pages} />
      )),
    );
    return [
      coreExtensionData.routePath(config.path ?? '/build-hygiene'),
      coreExtensionData.routeRef(rootRouteRef),
      coreExtensionData.title(config.title ?? 'Build hygiene'),
      coreExtensionData.icon(icon),
      coreExtensionData.reactElement(element),
    ];
  },
});

const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: REPORT_TITLES.overview,
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
    title: REPORT_TITLES.services,
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
    title: REPORT_TITLES.rules,
    loader: () =>
      import('./components/Report').then(({ RulesPage }) => <RulesPage />),
  },
});

const fleetPage = SubPageBlueprint.make({
  name: 'fleet',
  params: {
    path: 'fleet',
    title: REPORT_TITLES.fleet,
    loader: () =>
      import('./components/Report').then(({ FleetPage }) => <FleetPage />),
  },
});

const buildsPage = SubPageBlueprint.make({
  name: 'builds',
  params: {
    path: 'builds',
    title: REPORT_TITLES.builds,
    loader: () =>
      import('./components/Report').then(({ BuildsPage }) => <BuildsPage />),
  },
});

const campaignsPage = SubPageBlueprint.make({
  name: 'campaigns',
  params: {
    path: 'campaigns',
    title: REPORT_TITLES.campaigns,
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
    title: REPORT_TITLES.waivers,
    loader: () =>
      import('./components/Report').then(({ WaiversPage }) => <WaiversPage />),
  },
});

const moduleSourcesPage = SubPageBlueprint.make({
  name: 'sources',
  params: {
    path: 'sources',
    title: REPORT_TITLES.sources,
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
    title: REPORT_TITLES.scans,
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
