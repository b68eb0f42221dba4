/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  describeFailureClass,
  findIncidents,
  Incident,
  IncidentState,
  IncidentThreshold,
  outageClasses,
  ServerFailure,
  stateOfIncident,
} from '@build-hygiene/engine';
import {
  ReportIncident,
  ReportIncidents,
} from '@build-hygiene/plugin-build-hygiene-common';
import { Knex } from 'knex';
import { buildsFailedAtServers } from './failedBuilds';
import { MeasureWindow } from './timeMeasures';
import { VisibilityOptions } from './types';

const mostServers = 200;
const mostFailures = 50_000;
const mostIncidents = 50;
const mostNames = 20;

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/** What an incident is found by. */
export const serverFailure = {
  buildId: 'builds.id',
  entityRef: 'builds.entity_ref',
  at: 'builds.started_at',
  class: 'builds.failure_class',
  target: 'builds.failure_target',
} as const;

/**
 * Failures at servers at which enough services failed for an incident: most
 * servers drop out before a failure is read. Newest first.
 */
async function readFailures(
  knex: Knex,
  range: { from: string; to: string },
  options: VisibilityOptions & { services: number },
): Promise<{ failures: ServerFailure[]; isPartial: boolean }> {
  const failed = () =>
    buildsFailedAtServers(knex, range, { ...options, classes: outageClasses });
  const servers: { class: string; target: string }[] = await failed()
    .select({
      class: 'builds.failure_class',
      target: 'builds.failure_target',
    })
    .groupBy('builds.failure_class', 'builds.failure_target')
    .havingRaw('count(distinct ??) >= ?', [
      'builds.entity_ref',
      options.services,
    ])
    .orderByRaw('max(??) desc', ['builds.started_at'])
    .limit(mostServers + 1);
  if (servers.length === 0) {
    return { failures: [], isPartial: false };
  }
  const failures: ServerFailure[] = await failed()
    .whereIn(
      ['builds.failure_class', 'builds.failure_target'],
      servers
        .slice(0, mostServers)
        .map(server => [server.class, server.target]),
    )
    .select(serverFailure)
    .orderBy('builds.started_at', 'desc')
    .limit(mostFailures + 1);
  return {
    failures: failures.slice(0, mostFailures),
    isPartial: servers.length > mostServers || failures.length > mostFailures,
  };
}

function servicesOf({ failures }: Incident): string[] {
  return [...new Set(failures.map(({ entityRef }) => entityRef))].sort();
}

/**
 * The last successful build of each service since the last failure of the
 * incidents that may be open: at most the builds of a window.
 */
async function readLastSuccesses(
  knex: Knex,
  incidents: readonly Incident[],
  options: { threshold: IncidentThreshold; now: Date },
): Promise<Map<string, string>> {
  const [since] = incidents
    .filter(
      incident =>
        stateOfIncident(incident, { ...options, recovered: 0 }).state ===
        'open',
    )
    .map(({ lastSeen }) => lastSeen)
    .sort();
  if (since === undefined) {
    return new Map();
  }
  const rows: { entityRef: string; last: string }[] = await knex('builds')
    .where('outcome', 'success')
    .where('started_at', '>', since)
    .where('started_at', '<=', options.now.toISOString())
    .select({ entityRef: 'entity_ref' })
    .max({ last: 'started_at' })
    .groupBy('entity_ref');
  return new Map(rows.map(({ entityRef, last }) => [entityRef, last]));
}

/** The states of incidents, in their order. */
export async function readIncidentStates(
  knex: Knex,
  incidents: readonly Incident[],
  options: { threshold: IncidentThreshold; now: Date },
): Promise<IncidentState[]> {
  const successes = await readLastSuccesses(knex, incidents, options);
  return incidents.map(incident => {
    const before = stateOfIncident(incident, { ...options, recovered: 0 });
    if (before.state === 'over') {
      // Of older ones it is not known which builds succeeded.
      return before;
    }
    const recovered = servicesOf(incident).filter(
      entityRef => (successes.get(entityRef) ?? '') > incident.lastSeen,
    ).length;
    return stateOfIncident(incident, { ...options, recovered });
  });
}

/**
 * The incidents of a window. They are found among the failures that the caller
 * may see and among no others: the answer is the same as if hidden services did
 * not exist. Their failures are read anew each time: incidents that were
 * stored could not be told apart by what each caller may see.
 */
export async function listIncidents(
  knex: Knex,
  window: MeasureWindow,
  options: VisibilityOptions & { threshold: IncidentThreshold },
): Promise<ReportIncidents> {
  const { threshold } = options;
  const { days, now } = window;
  const visibleRefs = options.visibleRefs && [...options.visibleRefs];
  const from = new Date(now.getTime() - days * millisecondsPerDay);
  // What began before the window is told whole, or nearly.
  const margin = Math.max(millisecondsPerDay, threshold.windowMinutes * 60_000);
  const { failures, isPartial } = await readFailures(
    knex,
    {
      from: new Date(from.getTime() - margin).toISOString(),
      to: now.toISOString(),
    },
    { visibleRefs, services: threshold.services },
  );
  const incidents = findIncidents(failures, threshold).filter(
    ({ lastSeen }) => lastSeen >= from.toISOString(),
  );
  const listed = incidents.slice(0, mostIncidents);
  const states = await readIncidentStates(knex, listed, { threshold, now });
  const items = listed.map((incident, index): ReportIncident => {
    const { kind, title, fix } = describeFailureClass(incident.class);
    const services = servicesOf(incident);
    return {
      class: incident.class,
      kind,
      title,
      fix,
      target: incident.target,
      firstSeen: incident.firstSeen,
      lastSeen: incident.lastSeen,
      state: states[index],
      builds: incident.failures.length,
      services: {
        count: services.length,
        entityRefs: services.slice(0, mostNames),
      },
    };
  });
  const isOpen = ({ state }: ReportIncident) => state.state === 'open';
  return {
    days,
    minimumServices: threshold.services,
    windowMinutes: threshold.windowMinutes,
    items: [
      ...items.filter(isOpen),
      ...items.filter(incident => !isOpen(incident)),
    ],
    isPartial: isPartial || incidents.length > mostIncidents,
  };
}
