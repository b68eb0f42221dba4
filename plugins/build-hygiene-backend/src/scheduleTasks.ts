/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { BuildSource } from '@build-hygiene/plugin-build-hygiene-node';
import { BuildPuller } from './buildPulls';
import { BuildStore, CampaignStore, ServiceStore } from './database';
import { ModuleSourceMonitor } from './moduleSources';
import { NoticeWorker } from './notifications';
import { BuildHygieneConfig } from './readBuildHygieneConfig';
import { ScanWorker } from './scanning';
import { selectServices } from './services';

export interface ScheduleTasksOptions {
  services: ServiceStore;
  builds: BuildStore;
  campaigns: CampaignStore;
  auth: AuthService;
  buildSources: readonly BuildSource[];
  catalog: CatalogService;
  config: BuildHygieneConfig;
  logger: LoggerService;
  monitor: ModuleSourceMonitor;
  /** Undefined where owners are not to be notified. */
  noticeWorker: NoticeWorker | undefined;
  puller: BuildPuller;
  scheduler: SchedulerService;
  worker: ScanWorker;
}

/** The recurring work: selecting, scanning, keeping up to date, removing. */
export async function scheduleTasks(
  options: ScheduleTasksOptions,
): Promise<void> {
  const {
    services,
    builds,
    campaigns,
    auth,
    buildSources,
    catalog,
    config,
    logger,
    monitor,
    noticeWorker,
    puller,
    scheduler,
    worker,
  } = options;

  await scheduler.scheduleTask({
    id: 'build-hygiene-select-services',
    scope: 'global',
    frequency: { seconds: config.selectionIntervalSeconds },
    timeout: { minutes: 15 },
    initialDelay: { seconds: 1 },
    fn: async () => {
      const selected = await selectServices({
        auth,
        catalog,
        filter: config.entityFilter,
      });
      const change = await services.upsertSelection(selected);
      const { inserted, updated, removed, withheld } = change;
      if (inserted + updated + removed > 0) {
        logger.info(
          `Selected ${selected.length} services: ${inserted} new, ${updated} changed, ${removed} removed`,
        );
      }
      if (withheld > 0) {
        logger.warn(
          `${withheld} services are gone from the catalog; so many at once look like an outage, so that they are kept for a day`,
        );
      }
    },
  });

  // Every instance works; the leases of the store share the work out.
  await scheduler.scheduleTask({
    id: 'build-hygiene-scan',
    scope: 'local',
    frequency: { seconds: config.scan.pollIntervalSeconds },
    timeout: { hours: 1 },
    initialDelay: { seconds: 2 },
    fn: async signal => {
      const count = await worker.run(signal);
      if (count > 0) {
        logger.info(`Scanned ${count} services`);
      }
    },
  });

  await scheduler.scheduleTask({
    id: 'build-hygiene-refresh-hit-rates',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 15 },
    initialDelay: { minutes: 1 },
    fn: async () => {
      await builds.refreshHitRates();
    },
  });

  await scheduler.scheduleTask({
    id: 'build-hygiene-prune',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 15 },
    initialDelay: { minutes: 5 },
    fn: async signal => {
      const { buildsSeconds, historySeconds } = config.retention;
      const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
      const history = { before: ago(historySeconds), signal };
      const removed = {
        builds: await builds.prune({ before: ago(buildsSeconds), signal }),
        days: await builds.pruneDays(history),
        scores: await services.pruneScores(history),
      };
      if (removed.builds + removed.days + removed.scores > 0) {
        logger.info(
          `Removed what is old: ${removed.builds} builds, sums of ${removed.days} days, ${removed.scores} scores`,
        );
      }
    },
  });

  if (config.notifications && noticeWorker) {
    await scheduler.scheduleTask({
      id: 'build-hygiene-notify-owners',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 15 },
      initialDelay: { minutes: 1 },
      fn: signal => noticeWorker.tellChanges(signal),
    });
    await scheduler.scheduleTask({
      id: 'build-hygiene-send-digests',
      scope: 'global',
      frequency: { cron: config.notifications.digestCron },
      timeout: { minutes: 30 },
      fn: signal => noticeWorker.tellDigests(signal),
    });
  }

  await scheduler.scheduleTask({
    id: 'build-hygiene-count-campaigns',
    scope: 'global',
    frequency: { minutes: 10 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    fn: () => campaigns.count(),
  });

  for (const source of buildSources) {
    await scheduler.scheduleTask({
      ...source.schedule,
      id: `build-hygiene-pull-builds-${source.id}`,
      scope: 'global',
      fn: signal => puller.run(source, signal),
    });
  }

  if (config.moduleSources) {
    await scheduler.scheduleTask({
      id: 'build-hygiene-probe-module-sources',
      scope: 'global',
      frequency: { seconds: config.moduleSources.intervalSeconds },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 5 },
      fn: signal => monitor.probe(signal),
    });
  }
}
