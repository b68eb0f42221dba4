/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { PortalWaiver } from '@build-hygiene/engine';
import { ScanErrorCode } from '@build-hygiene/plugin-build-hygiene-common';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** The first retry, in milliseconds; each further one waits twice as long. */
const firstRetry: Readonly<Record<ScanErrorCode, number>> = {
  // Somebody has to change something first.
  'no-source-location': HOUR,
  'unsupported-source': HOUR,
  forbidden: 300 * SECOND,
  'not-found': 300 * SECOND,
  'too-large': HOUR,
  // Hosts count by the hour.
  'rate-limited': 900 * SECOND,
  unreachable: 30 * SECOND,
  timeout: 60 * SECOND,
  internal: 60 * SECOND,
};

const LONGEST = 24 * HOUR;

export interface NextTryOptions {
  code: ScanErrorCode;
  /** Failed tries in a row, this one included. */
  attempts: number;
  now: Date;
  /** The host's wish. */
  retryAfter?: Date;
  /** 0..1; spreads services that failed together. Default: by chance. */
  spread?: number;
}

/** When to try again after a failed scan. */
export function nextTry(options: NextTryOptions): Date {
  const { code, attempts, now, retryAfter, spread = Math.random() } = options;
  // 2 ** 16 first retries are over the longest wait, whatever the code.
  const doublings = Math.min(Math.max(attempts, 1) - 1, 16);
  const wait = Math.min(firstRetry[code] * 2 ** doublings, LONGEST);
  const earliest = now.getTime() + wait * (1 + spread * 0.2);
  // A host that asks for a week is asked again after a day.
  const wished = Math.min(retryAfter?.getTime() ?? 0, now.getTime() + LONGEST);
  return new Date(Math.max(earliest, wished));
}

/** When to look again after a scan: within the last tenth of the interval. */
export function nextRegularScan(options: {
  now: Date;
  intervalSeconds: number;
  spread?: number;
}): Date {
  const { now, intervalSeconds, spread = Math.random() } = options;
  return new Date(
    now.getTime() + intervalSeconds * SECOND * (1 - spread * 0.1),
  );
}

/** No later than the first of these waivers ends: what it waives is open then. */
export function orEndOfWaiver(
  waivers: readonly Pick<PortalWaiver, 'until'>[],
  regular: Date,
): Date {
  const ends = waivers.map(
    ({ until }) => Date.parse(`${until}T00:00:00Z`) + 24 * HOUR,
  );
  return new Date(Math.min(regular.getTime(), ...ends));
}
