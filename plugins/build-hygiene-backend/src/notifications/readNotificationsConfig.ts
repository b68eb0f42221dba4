/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

export interface NotificationsConfig {
  /** Points that a score has to lose, where the grade stays. */
  regressionPoints: number;
  /** How many days before its end the owner hears of a waiver. */
  waiverDays: number;
  /** When the digests go out, as a cron expression in UTC. */
  digestCron: string;
  /** The page of a service, with `:kind`, `:namespace` and `:name`. */
  locationTemplate: string;
  /** The report's list of services. */
  reportLocation: string;
}

// Every hour of the morning, so that one that broke off is gone on with.
const mondayMornings = '0 8-11 * * 1';

/** The settings; undefined where owners are not to be notified. */
export function readNotificationsConfig(
  root: Config,
): NotificationsConfig | undefined {
  const config = root.getOptionalConfig('buildHygiene.notifications');
  if (config?.getOptionalBoolean('enabled') === false) {
    return undefined;
  }
  const count = (key: string, fallback: number): number => {
    const value = config?.getOptionalNumber(key) ?? fallback;
    if (!Number.isInteger(value) || value < 1) {
      throw new InputError(
        `buildHygiene.notifications.${key} must be a positive integer`,
      );
    }
    return value;
  };
  return {
    regressionPoints: count('regressionPoints', 5),
    waiverDays: count('waiverDays', 7),
    digestCron: config?.getOptionalString('digestCron') ?? mondayMornings,
    locationTemplate:
      config?.getOptionalString('locationTemplate') ??
      '/catalog/:namespace/:kind/:name/build-hygiene',
    reportLocation:
      config?.getOptionalString('reportLocation') ?? '/build-hygiene/services',
  };
}
