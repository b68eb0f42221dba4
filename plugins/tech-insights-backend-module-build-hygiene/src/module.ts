/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createBackendModule } from '@backstage/backend-plugin-api';
import { techInsightsFactRetrieversExtensionPoint } from '@backstage-community/plugin-tech-insights-node';
import { buildHygieneFactRetriever } from './buildHygieneFactRetriever';

/**
 * Adds the fact retriever `build-hygiene` to Tech Insights.
 *
 * @public
 */
export const techInsightsModuleBuildHygiene = createBackendModule({
  pluginId: 'tech-insights',
  moduleId: 'build-hygiene',
  register(env) {
    env.registerInit({
      deps: { retrievers: techInsightsFactRetrieversExtensionPoint },
      async init({ retrievers }) {
        retrievers.addFactRetrievers({
          [buildHygieneFactRetriever.id]: buildHygieneFactRetriever,
        });
      },
    });
  },
});
