/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FleetAspect, FleetDrift } from '@build-hygiene/engine';

/**
 * What the services run on that the caller may see.
 *
 * @public
 */
export interface FleetReport {
  /** Services of which anything is known. */
  services: number;
  /** The day (YYYY-MM-DD) of the facts that drift is judged by. */
  asOf: string;
  /** All aspects, in a fixed order; those that nothing is known of, too. */
  aspects: FleetAspectReport[];
}

/**
 * One aspect of the fleet.
 *
 * @public
 */
export interface FleetAspectReport {
  /** What it is about. */
  aspect: FleetAspect;
  /** Services that have a value. */
  services: number;
  /** Services with a value that has drifted. */
  drifted: number;
  /** The values of most services first; at most 30. */
  values: FleetValueReport[];
  /** How many values are left out. */
  moreValues: number;
}

/**
 * What some services run.
 *
 * @public
 */
export interface FleetValueReport {
  /** A version, a name, a setting; `unknown` where it depends. */
  value: string;
  /** Services that have it. */
  services: number;
  /** Undefined for what is as it should be, and for what nothing is known of. */
  drift?: FleetDrift;
}
