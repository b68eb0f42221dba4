/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen } from '@testing-library/react';
import {
  TranslationApi,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { FixtureApi, fixtureEntities } from './fixtures';
import { buildHygieneApiRef } from './api';
import { isBuildHygieneAvailable } from './isBuildHygieneAvailable';
import buildHygienePlugin from './plugin';
import { buildHygieneTranslationRef } from './translation';
import zh from './translation/zh';
import * as legacy from './legacy';

const [checkout] = fixtureEntities;

// Where links to services lead.
const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

/** The plugin in Chinese, and everything else in English. */
function chineseTranslation(): TranslationApi {
  const english = mockApis.translation();
  const messages: Record<string, string | null> = zh.messages;
  return {
    translation$: ref => english.translation$(ref),
    getTranslation: ref => {
      const found = english.getTranslation(ref);
      if (ref.id !== buildHygieneTranslationRef.id || !found.ready) {
        return found;
      }
      const t = (key: string) => messages[key] ?? key;
      return { ready: true, t: t as typeof found.t };
    },
  };
}

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

  it('brings a report, the overview first', async () => {
    renderTestApp({
      features: [buildHygienePlugin],
      apis: [[buildHygieneApiRef, new FixtureApi()]],
      initialRouteEntries: ['/build-hygiene'],
      mountedRoutes,
    });

    expect(
      await screen.findByRole('link', { name: /^Median score: 81/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Overview' })).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Services' })).toBeInTheDocument();
  });

  it('names the tabs of the report in the language of the user', async () => {
    renderTestApp({
      features: [buildHygienePlugin],
      apis: [
        [buildHygieneApiRef, new FixtureApi()],
        [translationApiRef, chineseTranslation()],
        mockApis.permission(),
      ],
      initialRouteEntries: ['/build-hygiene'],
      mountedRoutes,
    });

    await screen.findByRole('tab', { name: '概览', selected: true });
    // It waits for a permission.
    await screen.findByRole('tab', { name: '扫描状况' });
    expect(
      screen.getAllByRole('tab').map(({ textContent }) => textContent),
    ).toEqual([
      '概览',
      '服务',
      '规则',
      '技术栈',
      '构建',
      '专项行动',
      '豁免',
      '模块来源',
      '扫描状况',
    ]);
    expect(screen.getByRole('heading', { name: '构建健康' })).toBeVisible();
  });

  it('leaves the tabs to the configuration of the app', async () => {
    renderTestApp({
      features: [buildHygienePlugin],
      apis: [
        [buildHygieneApiRef, new FixtureApi()],
        [translationApiRef, chineseTranslation()],
        mockApis.permission(),
      ],
      config: {
        backend: { baseUrl: 'http://localhost' },
        app: {
          baseUrl: 'http://localhost',
          extensions: [
            {
              'page:build-hygiene': {
                config: { title: 'Our images', path: '/images' },
              },
            },
            'sub-page:build-hygiene/rules',
            {
              'sub-page:build-hygiene/services': {
                config: { title: 'Teams', path: 'teams' },
              },
            },
            ...['fleet', 'builds', 'campaigns', 'waivers', 'sources'].map(
              name => ({ [`sub-page:build-hygiene/${name}`]: false }),
            ),
          ],
        },
      },
      initialRouteEntries: ['/images'],
      mountedRoutes,
    });

    await screen.findByRole('tab', { name: '规则', selected: true });
    expect(
      screen
        .getAllByRole('tab')
        .map(tab => [tab.textContent, tab.getAttribute('href')]),
    ).toEqual([
      ['规则', '/images/rules'],
      ['Teams', '/images/teams'],
      ['概览', '/images/overview'],
      ['扫描状况', '/images/scans'],
    ]);
    expect(screen.getByRole('heading', { name: 'Our images' })).toBeVisible();
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
          annotations: { 'build-hygiene/disabled': 'True ' },
        },
      },
      false,
    ],
  ])('answers for %s', (_, change, expected) => {
    expect(isBuildHygieneAvailable({ ...checkout, ...change })).toBe(expected);
  });
});
