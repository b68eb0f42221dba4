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
import { mostLogBytes } from './builds';

/** The plugin's settings, with their defaults. */
export interface BuildHygieneConfig {
  entityFilter: FilterPredicate;
  selectionInterval: HumanDuration;
  scan: {
    interval: HumanDuration;
    pollInterval: HumanDuration;
    timeout: HumanDuration;
    concurrency: number;
  };
  localRoots: string[];
  mostLogBytes: number;
}

export function readBuildHygieneConfig(root: Config): BuildHygieneConfig {
  const config = root.getOptionalConfig('buildHygiene');
  const duration = (key: string, fallback: HumanDuration): HumanDuration => {
    if (!config?.has(key)) {
      return fallback;
    }
    const value = readDurationFromConfig(config, { key });
    if (durationToMilliseconds(value) < 1000) {
      throw new InputError(`buildHygiene.${key} must be a second or more`);
    }
    return value;
  };
  const count = (key: string, fallback: number): number => {
    const value = config?.getOptionalNumber(key) ?? fallback;
    if (!Number.isInteger(value) || value < 1) {
      throw new InputError(`buildHygiene.${key} must be a positive integer`);
    }
    return value;
  };
  return {
    entityFilter: (config &&
      readOptionalFilterPredicateFromConfig(config, {
        key: 'entityFilter',
      })) ?? { kind: 'Component' },
    selectionInterval: duration('selection.interval', { minutes: 1 }),
    scan: {
      interval: duration('scan.interval', { hours: 6 }),
      pollInterval: duration('scan.pollInterval', { seconds: 10 }),
      timeout: duration('scan.timeout', { minutes: 1 }),
      concurrency: count('scan.concurrency', 4),
    },
    localRoots: config?.getOptionalStringArray('local.roots') ?? [],
    mostLogBytes: count('builds.maximumLogBytes', mostLogBytes),
  };
}
