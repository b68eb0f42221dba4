/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { BuildHygieneClient } from '@build-hygiene/plugin-build-hygiene-common';
import { GradeBook } from './GradeBook';
import { GradeLabelProcessor } from './GradeLabelProcessor';

/**
 * Adds the label `build-hygiene/grade` to entities that have a grade.
 *
 * @public
 */
export const catalogModuleBuildHygiene = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'build-hygiene',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
      },
      async init({ auth, catalog, discovery, logger }) {
        catalog.addProcessor(
          GradeLabelProcessor.create({
            grades: GradeBook.create({
              api: BuildHygieneClient.create({ discoveryApi: discovery }),
              getToken: async () => {
                const { token } = await auth.getPluginRequestToken({
                  onBehalfOf: await auth.getOwnServiceCredentials(),
                  targetPluginId: 'build-hygiene',
                });
                return token;
              },
              logger,
            }),
          }),
        );
      },
    });
  },
});
