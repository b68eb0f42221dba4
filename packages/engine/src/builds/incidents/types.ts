/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * A failed build that a server may have caused.
 *
 * @public
 */
export interface ServerFailure {
  /** Id of the build. */
  buildId: string;
  /** The service that was built. */
  entityRef: string;
  /** When the build started, ISO 8601 in UTC. */
  at: string;
  /** Such as `goproxy.5xx`. */
  class: string;
  /** Host of the server. */
  target: string;
}

/**
 * When failures are an incident.
 *
 * @public
 */
export interface IncidentThreshold {
  /** As many services have to fail... */
  services: number;
  /** ...within as many minutes. */
  windowMinutes: number;
}

/**
 * The same failure at the same server in the builds of many services.
 *
 * @public
 */
export interface Incident {
  /** Such as `goproxy.5xx`. */
  class: string;
  /** Host of the server. */
  target: string;
  /** Start of the first build that failed so. */
  firstSeen: string;
  /** Start of the last one. */
  lastSeen: string;
  /** Oldest first. */
  failures: ServerFailure[];
}
