/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Config, readDurationFromConfig } from '@backstage/config';
import {
  FilterPredicate,
  readOptionalFilterPredicateFromConfig,
} from '@backstage/filter-predicates';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { IncidentThreshold } from '@build-hygiene/engine';
import { mostLogBytes, readTokenIssuers, TokenIssuer } from './builds';
import { ModuleSourcesConfig, readModuleSourcesConfig } from './moduleSources';
import { NotificationsConfig, readNotificationsConfig } from './notifications';

/** The plugin's settings, with their defaults. */
export interface BuildHygieneConfig {
  entityFilter: FilterPredicate;
  selectionIntervalSeconds: number;
  scan: {
    intervalSeconds: number;
    pollIntervalSeconds: number;
    timeoutSeconds: number;
    analysisTimeoutSeconds: number;
    concurrency: number;
    /** That analyse; 0 for the backend's own. */
    threads: number;
  };
  localRoots: string[];
  mostLogBytes: number;
  /** How many days ahead the last day of a waiver may be. */
  mostWaiverDays: number;
  /** When failures of many services are an incident. */
  incidents: IncidentThreshold;
  /** Who vouches for CI jobs that send builds. */
  tokenIssuers: TokenIssuer[];
  retention: {
    /** How long builds are kept. */
    buildsSeconds: number;
    /** How long scores and sums of days are kept. */
    historySeconds: number;
  };
  badges: {
    /** Whether they are served to whoever asks. */
    public: boolean;
  };
  /** Undefined where owners are not to be notified. */
  notifications?: NotificationsConfig;
  /** Undefined when none is configured: then none is contacted. */
  moduleSources?: ModuleSourcesConfig;
}

/** Pages look back 90 days, and a day more for what had begun before. */
const leastRetentionDays = 91;
const secondsPerDay = 24 * 60 * 60;

export function readBuildHygieneConfig(root: Config): BuildHygieneConfig {
  const config = root.getOptionalConfig('buildHygiene');
  const seconds = (key: string, fallback: HumanDuration): number => {
    const value = config?.has(key)
      ? readDurationFromConfig(config, { key })
      : fallback;
    const milliseconds = durationToMilliseconds(value);
    if (milliseconds < 1000) {
      throw new InputError(`buildHygiene.${key} must be a second or more`);
    }
    return milliseconds / 1000;
  };
  const retention = (key: string): number => {
    const kept = seconds(key, { days: 400 });
    if (kept < leastRetentionDays * secondsPerDay) {
      throw new InputError(
        `buildHygiene.${key} must be ${leastRetentionDays} days or more`,
      );
    }
    return kept;
  };
  const count = (key: string, fallback: number, least: 0 | 1 = 1): number => {
    const value = config?.getOptionalNumber(key) ?? fallback;
    if (!Number.isInteger(value) || value < least) {
      throw new InputError(
        least === 0
          ? `buildHygiene.${key} must be a positive integer or 0`
          : `buildHygiene.${key} must be a positive integer`,
      );
    }
    return value;
  };
  return {
    entityFilter: (config &&
      readOptionalFilterPredicateFromConfig(config, {
        key: 'entityFilter',
      })) ?? { kind: 'Component' },
    selectionIntervalSeconds: seconds('selection.interval', { minutes: 1 }),
    scan: {
      intervalSeconds: seconds('scan.interval', { hours: 6 }),
      pollIntervalSeconds: seconds('scan.pollInterval', { seconds: 10 }),
      timeoutSeconds: seconds('scan.timeout', { minutes: 1 }),
      analysisTimeoutSeconds: seconds('scan.analysisTimeout', { minutes: 2 }),
      concurrency: count('scan.concurrency', 4),
      threads: count('scan.threads', 2, 0),
    },
    localRoots: config?.getOptionalStringArray('local.roots') ?? [],
    mostLogBytes: count('builds.maximumLogBytes', mostLogBytes),
    mostWaiverDays: count('waivers.maximumDays', 180),
    incidents: {
      services: count('incidents.services', 3),
      windowMinutes: seconds('incidents.window', { minutes: 60 }) / 60,
    },
    tokenIssuers: readTokenIssuers(root),
    retention: {
      buildsSeconds: retention('retention.builds'),
      historySeconds: retention('retention.history'),
    },
    badges: {
      public: config?.getOptionalBoolean('badges.public') ?? false,
    },
    notifications: readNotificationsConfig(root),
    moduleSources: readModuleSourcesConfig(root),
  };
}
