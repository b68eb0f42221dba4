/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { buildHygieneApiRef } from '../src/api';
import { FixtureApi, fixtureEntities } from '../src/fixtures';
import buildHygienePlugin from '../src';
import { buildHygieneTranslations } from '../src/translations';

// The pages with data from memory: no backend is needed. Every state has a
// service of its own in the catalog.

const fixtures = createFrontendModule({
  pluginId: 'build-hygiene',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: buildHygieneApiRef,
          deps: {},
          factory: () => new FixtureApi(),
        }),
    }),
  ],
});

const catalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () => catalogApiMock({ entities: fixtureEntities }),
        }),
    }),
  ],
});

const languages = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'build-hygiene',
      params: { resource: buildHygieneTranslations },
    }),
  ],
});

createDevApp({
  features: [buildHygienePlugin, fixtures, catalogPlugin, catalog, languages],
});
