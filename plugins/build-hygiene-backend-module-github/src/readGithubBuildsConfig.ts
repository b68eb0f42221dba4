/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** The settings of pulling builds, with their defaults. */
export interface GithubBuildsConfig {
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Runs of a repository that one pull looks into. */
  maxRunsPerRepository: number;
  /** How far back the first pull of a repository goes. */
  maxAgeMilliseconds: number;
  /** Bytes of the largest record or log, before and after it is unpacked. */
  maxLogBytes: number;
  /** Share of the rate limit that is left to others, 0..1. */
  minimumRemaining: number;
}

const defaultSchedule: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 15 },
  timeout: { minutes: 10 },
  initialDelay: { minutes: 1 },
};

/** Undefined where builds are not to be pulled. */
export function readGithubBuildsConfig(
  root: Config,
): GithubBuildsConfig | undefined {
  const key = 'buildHygiene.github.builds';
  const config = root.getOptionalConfig(key);
  if (!config?.getOptionalBoolean('enabled')) {
    return undefined;
  }
  const count = (name: string, fallback: number): number => {
    const value = config.getOptionalNumber(name) ?? fallback;
    if (!Number.isInteger(value) || value < 1) {
      throw new InputError(`${key}.${name} must be a positive integer`);
    }
    return value;
  };
  const maxAgeMilliseconds = durationToMilliseconds(
    config.has('maxAge')
      ? readDurationFromConfig(config, { key: 'maxAge' })
      : { days: 7 },
  );
  if (maxAgeMilliseconds < 1000) {
    throw new InputError(`${key}.maxAge must be a second or more`);
  }
  const minimumRemaining = config.getOptionalNumber('minimumRemaining') ?? 0.2;
  if (!(minimumRemaining >= 0 && minimumRemaining < 1)) {
    throw new InputError(
      `${key}.minimumRemaining must be a share from 0 to less than 1, such as 0.2`,
    );
  }
  return {
    schedule: config.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          config.getConfig('schedule'),
        )
      : defaultSchedule,
    maxRunsPerRepository: count('maxRunsPerRepository', 50),
    maxAgeMilliseconds,
    maxLogBytes: count('maxLogBytes', 20 * 1024 * 1024),
    minimumRemaining,
  };
}
