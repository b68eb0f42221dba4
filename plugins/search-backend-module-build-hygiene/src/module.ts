/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { BuildHygieneClient } from '@build-hygiene/plugin-build-hygiene-common';
import { BuildHygieneCollatorFactory } from './BuildHygieneCollatorFactory';
import { readCollatorConfig } from './readCollatorConfig';

/**
 * Adds services with score, grade and what is open to the search index.
 *
 * @public
 */
export const searchModuleBuildHygiene = createBackendModule({
  pluginId: 'search',
  moduleId: 'build-hygiene',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, discovery, indexRegistry, rootConfig, scheduler }) {
        const { schedule, locationTemplate } = readCollatorConfig(rootConfig);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: BuildHygieneCollatorFactory.create({
            api: BuildHygieneClient.create({ discoveryApi: discovery }),
            getToken: async () => {
              const { token } = await auth.getPluginRequestToken({
                onBehalfOf: await auth.getOwnServiceCredentials(),
                targetPluginId: 'build-hygiene',
              });
              return token;
            },
            locationTemplate,
          }),
        });
      },
    });
  },
});
