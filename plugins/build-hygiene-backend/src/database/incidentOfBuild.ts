/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  findIncidents,
  IncidentThreshold,
  outageClasses,
  ServerFailure,
} from '@build-hygiene/engine';
import {
  BuildDetail,
  BuildIncident,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { buildsFailedAtServers } from './failedBuilds';
import { readIncidentStates, serverFailure } from './reportIncidents';
import { VisibilityOptions } from './types';

/** Of a longer incident, the part around the build is told. */
const millisecondsAround = 24 * 60 * 60 * 1000;
const mostFailures = 2000;

/** Whether a build may be part of an incident: saves the look-up for others. */
export function mayBeIncident(build: BuildDetail): boolean {
  const { outcome, failure } = build;
  return (
    outcome === 'failure' &&
    failure?.target !== undefined &&
    outageClasses.includes(failure.class)
  );
}

/** The incident that a failed build is part of, of what the caller may see. */
export async function findIncidentOfBuild(
  knex: Knex,
  build: BuildDetail,
  options: VisibilityOptions & { threshold: IncidentThreshold; now: Date },
): Promise<BuildIncident | undefined> {
  const { failure, startedAt } = build;
  if (!mayBeIncident(build) || !failure) {
    return undefined;
  }
  const { threshold, now } = options;
  const visibleRefs = options.visibleRefs && [...options.visibleRefs];
  const at = Date.parse(startedAt);
  const read = async (
    from: number,
    to: number,
    order: 'asc' | 'desc',
  ): Promise<ServerFailure[]> =>
    buildsFailedAtServers(
      knex,
      { from: new Date(from).toISOString(), to: new Date(to).toISOString() },
      { visibleRefs, classes: [failure.class] },
    )
      .where('builds.failure_target', failure.target)
      .select(serverFailure)
      .orderBy('builds.started_at', order)
      .limit(mostFailures);
  const failures = new Map(
    [
      ...(await read(at - millisecondsAround, at, 'desc')),
      ...(await read(
        at,
        Math.min(at + millisecondsAround, now.getTime()),
        'asc',
      )),
    ].map(one => [one.buildId, one]),
  );
  const incident = findIncidents([...failures.values()], threshold).find(one =>
    one.failures.some(({ buildId }) => buildId === build.id),
  );
  if (!incident) {
    return undefined;
  }
  const [state] = await readIncidentStates(knex, [incident], {
    threshold,
    now,
  });
  return {
    target: incident.target,
    firstSeen: incident.firstSeen,
    lastSeen: incident.lastSeen,
    state,
    otherServices: new Set(
      incident.failures
        .map(({ entityRef }) => entityRef)
        .filter(entityRef => entityRef !== build.entityRef),
    ).size,
  };
}
