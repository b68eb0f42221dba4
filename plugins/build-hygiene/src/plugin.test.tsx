/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen } from '@testing-library/react';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi, fixtureEntities } from './fixtures';
import { buildHygieneApiRef } from './api';
import { isBuildHygieneAvailable } from './isBuildHygieneAvailable';
import buildHygienePlugin from './plugin';
import * as legacy from './legacy';

const [checkout] = fixtureEntities;

describe('plugin', () => {
  it('adds a card to the page of a service', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: checkout }),
        buildHygienePlugin.getExtension('entity-card:build-hygiene/summary'),
      ],
      apis: [[buildHygieneApiRef, new FixtureApi()]],
    });

    expect(await screen.findByText('Passes the gate')).toBeInTheDocument();
  });

  it('adds a tab to the page of a service', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: checkout }),
        buildHygienePlugin.getExtension('entity-content:build-hygiene'),
      ],
      apis: [[buildHygieneApiRef, new FixtureApi()]],
    });

    expect(
      await screen.findByRole('heading', { name: 'Passes the gate' }),
    ).toBeInTheDocument();
  });

  it('brings a report of two pages', async () => {
    renderTestApp({
      features: [buildHygienePlugin],
      apis: [[buildHygieneApiRef, new FixtureApi()]],
      initialRouteEntries: ['/build-hygiene'],
    });

    expect(
      await screen.findByRole('link', { name: /^Median score: 81/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Overview' })).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Services' })).toBeInTheDocument();
  });

  it('offers the old frontend system the same', () => {
    expect(Object.keys(legacy).sort()).toEqual([
      'BuildHygieneFixesFieldExtension',
      'BuildHygieneGradePicker',
      'BuildHygienePage',
      'BuildHygieneSearchResultListItem',
      'EntityBuildHygieneCard',
      'EntityBuildHygieneContent',
      'HomePageBuildHygieneCard',
      'buildHygieneApiRef',
      'buildHygienePlugin',
      'isBuildHygieneAvailable',
      'useRescanMenuItem',
    ]);
  });
});

describe('isBuildHygieneAvailable', () => {
  it.each([
    ['a component', {}, true],
    ['another kind', { kind: 'API' }, false],
    [
      'a component that opted out',
      {
        metadata: {
          name: 'x',
          annotations: { 'build-hygiene/disabled': 'true' },
        },
      },
      false,
    ],
  ])('answers for %s', (_, change, expected) => {
    expect(isBuildHygieneAvailable({ ...checkout, ...change })).toBe(expected);
  });
});
