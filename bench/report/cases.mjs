/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The pages of the report, as their tabs name them. */
export const pages = [
  { name: 'Overview', path: '/build-hygiene/overview' },
  { name: 'Services', path: '/build-hygiene/services' },
  { name: 'Rules', path: '/build-hygiene/rules' },
  { name: 'Fleet', path: '/build-hygiene/fleet' },
  { name: 'Builds', path: '/build-hygiene/builds' },
  { name: 'Campaigns', path: '/build-hygiene/campaigns' },
  { name: 'Waivers', path: '/build-hygiene/waivers' },
  { name: 'Module sources', path: '/build-hygiene/sources' },
  { name: 'Scan health', path: '/build-hygiene/scans' },
];

/** What people do in lists; `prepare` is not measured. */
export const interactions = [
  {
    name: 'Services: sort by name',
    path: '/build-hygiene/services',
    act: page => page.getByRole('columnheader', { name: 'Service' }).click(),
  },
  {
    name: 'Services: sort by hit rate',
    path: '/build-hygiene/services',
    act: page => page.getByRole('columnheader', { name: 'Hit rate' }).click(),
  },
  {
    name: 'Services: next page',
    path: '/build-hygiene/services',
    act: page => page.getByRole('button', { name: 'Next table page' }).click(),
  },
  {
    name: 'Services: filter by grade',
    path: '/build-hygiene/services',
    prepare: page => page.getByRole('button', { name: 'Grade' }).click(),
    act: page => page.getByRole('option', { name: 'D', exact: true }).click(),
  },
  {
    name: 'Services: open the filter of owners',
    path: '/build-hygiene/services',
    act: page => page.getByRole('button', { name: 'Owner' }).click(),
  },
  {
    name: 'Services: search',
    path: '/build-hygiene/services',
    act: page =>
      page.getByRole('searchbox', { name: 'Search services' }).fill('rates 77'),
  },
  {
    name: 'Rules: search',
    path: '/build-hygiene/rules',
    act: page => page.getByRole('searchbox').first().fill('cache'),
  },
  {
    name: 'Rules: filter by severity',
    path: '/build-hygiene/rules',
    prepare: page => page.getByRole('button', { name: 'Severity' }).click(),
    act: page => page.getByRole('option', { name: 'High' }).click(),
  },
  {
    name: 'Overview: next owners',
    path: '/build-hygiene/overview',
    act: page => page.getByRole('button', { name: 'Next page' }).click(),
  },
  {
    name: 'Campaigns: open one',
    path: '/build-hygiene/campaigns',
    act: page =>
      page
        .getByRole('link', { name: /^Campaign / })
        .first()
        .click(),
  },
  {
    name: 'Campaigns: next page',
    path: '/build-hygiene/campaigns',
    act: page => page.getByRole('button', { name: 'Next page' }).click(),
  },
  {
    name: 'Waivers: next page',
    path: '/build-hygiene/waivers',
    act: page =>
      page.getByRole('button', { name: 'Next page' }).first().click(),
  },
];
