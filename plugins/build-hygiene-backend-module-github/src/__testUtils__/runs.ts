/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { recordArchive } from './records';
import { StandInRun } from './responses';

const now = Date.now();

/** An ISO time so many hours ago, as GitHub writes it. */
export const ago = (hours: number) =>
  new Date(now - hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');

/** A run that uploaded a build record. */
export function recordedRun(
  id: number,
  hours: number,
  rest: Partial<StandInRun> & { archive?: Uint8Array } = {},
): StandInRun {
  const { archive = recordArchive(), ...run } = rest;
  return {
    id,
    createdAt: ago(hours),
    attempts: [{ startedAt: ago(hours) }],
    artifacts: [
      {
        id: id * 10,
        name: `octo-org~octo-repo~${id}.dockerbuild`,
        createdAt: ago(hours),
        archive,
      },
    ],
    ...run,
  };
}

/** A run of one job that uploaded nothing. */
export function loggedRun(
  id: number,
  hours: number,
  options: Partial<StandInRun> & { log?: string } = {},
): StandInRun {
  const { log, ...rest } = options;
  const startedAt = ago(hours);
  return {
    id,
    createdAt: startedAt,
    attempts: [
      { startedAt, jobs: [{ id: id * 10, name: 'build', startedAt, log }] },
    ],
    ...rest,
  };
}
