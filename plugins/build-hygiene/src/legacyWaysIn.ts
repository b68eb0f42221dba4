/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import type { JSX } from 'react';
import { createComponentExtension } from '@backstage/core-plugin-api';
import {
  createCardExtension,
  CardExtensionProps,
} from '@backstage/plugin-home-react';
import {
  createSearchResultListItemExtension,
  SearchResultListItemExtensionProps,
} from '@backstage/plugin-search-react';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import { LazyFixesField } from './components/FixesField/LazyFixesField';
import { fixesFieldSchema } from './components/FixesField/fixesFieldSchema';
import { validateFixes } from './components/FixesField/validateFixes';
import { buildHygienePlugin } from './legacyPlugin';

/**
 * A service among search results; put it into the list of results.
 *
 * @public
 */
export const BuildHygieneSearchResultListItem: (
  props: SearchResultListItemExtensionProps,
) => JSX.Element | null = buildHygienePlugin.provide(
  createSearchResultListItemExtension({
    name: 'BuildHygieneSearchResultListItem',
    predicate: ({ type }) => type === 'build-hygiene',
    component: () =>
      import('./components/SearchResult').then(
        module => module.BuildHygieneSearchResult,
      ),
  }),
);

/**
 * A card of the home page: the user's services with the lowest scores.
 *
 * @public
 */
export const HomePageBuildHygieneCard: (
  props: CardExtensionProps<unknown>,
) => JSX.Element = buildHygienePlugin.provide(
  createCardExtension<unknown>({
    name: 'HomePageBuildHygieneCard',
    title: 'My services that need attention',
    description: 'Services of yours with the lowest build hygiene scores',
    components: async () => ({
      Content: (await import('./components/NeedsAttention')).NeedsAttention,
    }),
    layout: {
      width: { minColumns: 3, defaultColumns: 4 },
      height: { minRows: 3, defaultRows: 4 },
    },
  }),
);

/**
 * The field `BuildHygieneFixes` of templates, which picks a service and its
 * fixes; put it into `ScaffolderFieldExtensions`.
 *
 * @public
 */
export const BuildHygieneFixesFieldExtension: () => null =
  buildHygienePlugin.provide(
    createScaffolderFieldExtension({
      name: 'BuildHygieneFixes',
      component: LazyFixesField,
      validation: validateFixes,
      schema: fixesFieldSchema.schema,
    }),
  );

/**
 * Filters the list of the catalog's page by grade.
 *
 * @public
 */
export const BuildHygieneGradePicker: () => JSX.Element | null =
  buildHygienePlugin.provide(
    createComponentExtension({
      name: 'BuildHygieneGradePicker',
      component: {
        lazy: () =>
          import('./components/CatalogFilter').then(
            module => module.BuildHygieneGradePicker,
          ),
      },
    }),
  );
