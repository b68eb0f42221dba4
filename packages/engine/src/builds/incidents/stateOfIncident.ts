/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Incident, IncidentThreshold } from './types';

/**
 * Whether an incident goes on: `quiet` when there was no such failure for as
 * long as the window, `recovered` when builds of services that it hit succeed
 * again.
 *
 * @public
 */
export type IncidentState =
  | { state: 'open' }
  | { state: 'over'; because: 'quiet' | 'recovered' };

/**
 * The state of an incident. It takes as many recovered services to end one as
 * it takes failed ones to start it: a build that has everything in its cache
 * succeeds during an outage, too.
 *
 * @public
 */
export function stateOfIncident(
  incident: Pick<Incident, 'lastSeen'>,
  options: {
    threshold: IncidentThreshold;
    now: Date;
    /** How many of its services had a successful build since its last failure. */
    recovered: number;
  },
): IncidentState {
  const { threshold, now, recovered } = options;
  if (recovered >= threshold.services) {
    return { state: 'over', because: 'recovered' };
  }
  const minutes = (now.getTime() - Date.parse(incident.lastSeen)) / 60_000;
  return minutes > threshold.windowMinutes
    ? { state: 'over', because: 'quiet' }
    : { state: 'open' };
}
