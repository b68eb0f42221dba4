/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Incident, IncidentThreshold, ServerFailure } from './types';

function compareText(one: string, other: string): number {
  if (one === other) {
    return 0;
  }
  return one < other ? -1 : 1;
}

/** The services of the failures in a window that slides over them. */
class WindowServices {
  readonly #failures = new Map<string, number>();

  get size(): number {
    return this.#failures.size;
  }

  add({ entityRef }: ServerFailure): void {
    this.#failures.set(entityRef, (this.#failures.get(entityRef) ?? 0) + 1);
  }

  remove({ entityRef }: ServerFailure): void {
    const left = (this.#failures.get(entityRef) ?? 0) - 1;
    if (left > 0) {
      this.#failures.set(entityRef, left);
    } else {
      this.#failures.delete(entityRef);
    }
  }
}

/** Failures of one class at one server, oldest first, with no longer pause. */
function findInRun(
  run: readonly ServerFailure[],
  { services, windowMinutes }: IncidentThreshold,
): Incident | undefined {
  const inWindow = new WindowServices();
  let start = 0;
  for (const failure of run) {
    inWindow.add(failure);
    while (minutesBetween(run[start], failure) > windowMinutes) {
      inWindow.remove(run[start]);
      start += 1;
    }
    if (inWindow.size >= services) {
      const failures = run.slice(start);
      return {
        class: failure.class,
        target: failure.target,
        firstSeen: run[start].at,
        lastSeen: run[run.length - 1].at,
        failures,
      };
    }
  }
  return undefined;
}

function minutesBetween(one: ServerFailure, other: ServerFailure): number {
  return (Date.parse(other.at) - Date.parse(one.at)) / 60_000;
}

/**
 * Finds the incidents among failed builds, whatever their order: an incident
 * starts when enough services fail alike at one server within the window, and
 * goes on until there is no such failure for as long as the window. The
 * incident with the newest failure comes first.
 *
 * @public
 */
export function findIncidents(
  failures: readonly ServerFailure[],
  threshold: IncidentThreshold,
): Incident[] {
  const groups = new Map<string, ServerFailure[]>();
  for (const failure of failures) {
    const key = JSON.stringify([failure.class, failure.target]);
    const group = groups.get(key);
    if (group) {
      group.push(failure);
    } else {
      groups.set(key, [failure]);
    }
  }
  const incidents: Incident[] = [];
  for (const group of groups.values()) {
    group.sort(
      (one, other) =>
        compareText(one.at, other.at) ||
        compareText(one.buildId, other.buildId),
    );
    let start = 0;
    for (let end = 1; end <= group.length; end++) {
      const isPause =
        end === group.length ||
        minutesBetween(group[end - 1], group[end]) > threshold.windowMinutes;
      if (isPause) {
        const incident = findInRun(group.slice(start, end), threshold);
        if (incident) {
          incidents.push(incident);
        }
        start = end;
      }
    }
  }
  return incidents.sort(
    (one, other) =>
      compareText(other.lastSeen, one.lastSeen) ||
      compareText(one.class, other.class) ||
      compareText(one.target, other.target),
  );
}
