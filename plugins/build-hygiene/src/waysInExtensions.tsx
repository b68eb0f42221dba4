/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  CatalogFilterBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiRefreshLine, RiStackLine } from '@remixicon/react';
import { isBuildHygieneAvailable } from './isBuildHygieneAvailable';
import { useRescanMenuItem } from './requests';

const searchResult = SearchResultListItemBlueprint.make({
  params: {
    icon: <RiStackLine />,
    predicate: ({ type }) => type === 'build-hygiene',
    component: () =>
      import('./components/SearchResult').then(
        module => module.BuildHygieneSearchResult,
      ),
  },
});

const searchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: 'build-hygiene',
    name: 'Build hygiene',
    icon: <RiStackLine />,
  },
});

const needsAttentionWidget = HomePageWidgetBlueprint.make({
  name: 'needs-attention',
  params: {
    name: 'BuildHygieneNeedsAttention',
    title: 'My services that need attention',
    description: 'Services of yours with the lowest build hygiene scores',
    components: async () => ({
      Content: (await import('./components/NeedsAttention')).NeedsAttention,
    }),
    layout: {
      width: { minColumns: 3, defaultColumns: 4 },
      height: { minRows: 3, defaultRows: 4 },
    },
  },
});

const rescanMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'rescan',
  params: {
    icon: <RiRefreshLine />,
    filter: isBuildHygieneAvailable,
    useProps: useRescanMenuItem,
  },
});

const gradeFilter = CatalogFilterBlueprint.make({
  name: 'grade',
  params: {
    loader: () =>
      import('./components/CatalogFilter').then(
        ({ BuildHygieneGradePicker }) => <BuildHygieneGradePicker />,
      ),
  },
});

const fixesField = FormFieldBlueprint.make({
  name: 'fixes',
  params: {
    field: () =>
      import('./components/FixesField').then(module => module.fixesFormField),
  },
});

/** What leads to the plugin from search, home page, catalog and templates. */
export const waysInExtensions = [
  searchResult,
  searchResultType,
  needsAttentionWidget,
  rescanMenuItem,
  gradeFilter,
  fixesField,
];
