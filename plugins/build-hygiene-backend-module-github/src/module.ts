/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { buildHygieneBuildSourcesExtensionPoint } from '@build-hygiene/plugin-build-hygiene-node';
import { GithubApi } from './api';
import { GithubBuildSource } from './GithubBuildSource';
import { readGithubBuildsConfig } from './readGithubBuildsConfig';

/**
 * Pulls build records and logs from GitHub Actions, where
 * `buildHygiene.github.builds` is enabled.
 *
 * @public
 */
export const buildHygieneModuleGithub = createBackendModule({
  pluginId: 'build-hygiene',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        buildSources: buildHygieneBuildSourcesExtensionPoint,
        logger: coreServices.logger,
        rootConfig: coreServices.rootConfig,
      },
      async init({ buildSources, logger, rootConfig }) {
        const config = readGithubBuildsConfig(rootConfig);
        if (!config) {
          return;
        }
        const integrations = ScmIntegrations.fromConfig(rootConfig);
        buildSources.addBuildSource(
          GithubBuildSource.create({
            api: GithubApi.create({
              integrations,
              credentials:
                DefaultGithubCredentialsProvider.fromIntegrations(integrations),
              minimumRemaining: config.minimumRemaining,
            }),
            integrations,
            config,
            logger,
          }),
        );
      },
    });
  },
});
