/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { buildHygienePermissions } from '@build-hygiene/plugin-build-hygiene-common';
import {
  buildHygieneBuildSourcesExtensionPoint,
  buildHygieneSourcesExtensionPoint,
  BuildSource,
  RepositorySource,
} from '@build-hygiene/plugin-build-hygiene-node';
import { EntityVisibility } from './access';
import { registerActions } from './actions';
import { BuildPuller } from './buildPulls';
import { createJobTokens } from './builds';
import { createStores } from './database';
import { createModuleLookUp, ModuleSourceMonitor } from './moduleSources';
import { createNoticeWorker } from './notifications';
import { readBuildHygieneConfig } from './readBuildHygieneConfig';
import { FixPlanner, RepositoryReadings } from './planning';
import { createRouter } from './router';
import {
  createEngineAnalyser,
  describeRules,
  engineInThisThread,
  EngineThreads,
  ScanWorker,
} from './scanning';
import { scheduleTasks } from './scheduleTasks';
import { ChangeSignals } from './signals';
import { LocalRepositorySource, UrlReaderRepositorySource } from './sources';

/**
 * Scans the repositories of catalog entities, takes in build records, and
 * serves both.
 *
 * @public
 */
export const buildHygienePlugin = createBackendPlugin({
  pluginId: 'build-hygiene',
  register(env) {
    const addedSources: RepositorySource[] = [];
    env.registerExtensionPoint(buildHygieneSourcesExtensionPoint, {
      addRepositorySource: (...sources) => addedSources.push(...sources),
    });
    const buildSources: BuildSource[] = [];
    env.registerExtensionPoint(buildHygieneBuildSourcesExtensionPoint, {
      addBuildSource: (...sources) => buildSources.push(...sources),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init({
        actionsRegistry,
        auditor,
        auth,
        cache,
        catalog,
        database,
        httpAuth,
        httpRouter,
        lifecycle,
        logger,
        notifications,
        permissions,
        permissionsRegistry,
        rootConfig,
        scheduler,
        signals,
        urlReader,
      }) {
        const config = readBuildHygieneConfig(rootConfig);
        const changes = ChangeSignals.create({
          auth,
          catalog,
          logger,
          signals,
        });
        const stores = await createStores(database, {
          onChange: entityRef => changes.add(entityRef),
        });
        const { threads, analysisTimeoutSeconds } = config.scan;
        const engineThreads =
          threads > 0
            ? EngineThreads.create({
                threads,
                timeoutSeconds: analysisTimeoutSeconds,
              })
            : undefined;
        lifecycle.addShutdownHook(() => engineThreads?.end());
        const analyser = createEngineAnalyser(
          engineThreads ?? engineInThisThread,
        );
        const rules = describeRules();
        const monitor = ModuleSourceMonitor.create({
          ...stores,
          config: config.moduleSources,
          logger,
        });
        const sources = [
          ...addedSources,
          UrlReaderRepositorySource.create({
            urlReader,
            integrations: ScmIntegrations.fromConfig(rootConfig),
          }),
          LocalRepositorySource.create({ roots: config.localRoots }),
        ];
        const lookUp = createModuleLookUp({
          config: config.moduleSources,
          cache,
          logger,
        });
        const worker = ScanWorker.create({
          ...stores,
          sources,
          analyser,
          lookUp,
          logger,
          intervalSeconds: config.scan.intervalSeconds,
          timeoutSeconds: config.scan.timeoutSeconds,
          analysisTimeoutSeconds,
          concurrency: config.scan.concurrency,
        });
        const puller = BuildPuller.create({
          ...stores,
          auth,
          catalog,
          filter: config.entityFilter,
          mostLogBytes: config.mostLogBytes,
          logger,
        });
        await scheduleTasks({
          ...stores,
          auth,
          buildSources,
          catalog,
          config,
          logger,
          monitor,
          noticeWorker: createNoticeWorker({
            ...stores,
            config: config.notifications,
            logger,
            notifications,
            rules,
          }),
          puller,
          scheduler,
          worker,
        });
        const visibility = EntityVisibility.create({
          auth,
          catalog,
          permissions,
          filter: config.entityFilter,
        });
        const planner = FixPlanner.create({
          ...stores,
          readings: RepositoryReadings.create({
            sources,
            timeoutSeconds: config.scan.timeoutSeconds,
          }),
          analyser,
          lookUp,
          logger,
        });
        registerActions({
          ...stores,
          actionsRegistry,
          incidents: config.incidents,
          permissions,
          planner,
          rules,
          visibility,
        });
        permissionsRegistry.addPermissions(buildHygienePermissions);
        if (config.tokenIssuers.length > 0) {
          // The routes ask for credentials themselves, this one for tokens of
          // CI jobs too, which Backstage does not know.
          httpRouter.addAuthPolicy({
            path: '/builds',
            allow: 'unauthenticated',
          });
        }
        if (config.badges.public) {
          httpRouter.addAuthPolicy({
            path: '/badge',
            allow: 'unauthenticated',
          });
        }
        httpRouter.use(
          createRouter({
            ...stores,
            visibility,
            monitor,
            planner,
            rules,
            incidents: config.incidents,
            mostLogBytes: config.mostLogBytes,
            mostWaiverDays: config.mostWaiverDays,
            scanIntervalSeconds: config.scan.intervalSeconds,
            publicBadges: config.badges.public,
            jobTokens: createJobTokens({
              issuers: config.tokenIssuers,
              logger,
            }),
            auditor,
            httpAuth,
            logger,
            permissions,
          }),
        );
      },
    });
  },
});
