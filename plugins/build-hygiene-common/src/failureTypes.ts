/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureKind, IncidentState } from '@build-hygiene/engine';
import { MeasuredRate } from './measureTypes';

/**
 * The failed builds of one class.
 *
 * @public
 */
export interface FailureClassCount {
  /** Such as `goproxy.404`. */
  class: string;
  /** What people look for first. */
  kind: FailureKind;
  /** A few words. */
  title: string;
  /** Whether the same build may succeed on a second try. */
  transient: boolean;
  /** Failed builds. */
  builds: number;
  /** Services that they are of. */
  services: number;
  /** Failed builds at each point of the trend. */
  points: number[];
}

/**
 * The failed builds that one server is named in.
 *
 * @public
 */
export interface FailureTargetCount {
  /** Host of the server. */
  target: string;
  /** Failed builds. */
  builds: number;
  /** Services that they are of. */
  services: number;
  /** Days on which a build failed so. */
  days: number;
  /** Start of the last failed build, ISO 8601. */
  lastSeen: string;
  /** What happened, most builds first. */
  classes: {
    class: string;
    kind: FailureKind;
    title: string;
    builds: number;
  }[];
}

/**
 * Why builds failed, over all services that the caller may see.
 *
 * @public
 */
export interface ReportFailures {
  /** The window in days, today included. */
  days: number;
  /** Its first day, `YYYY-MM-DD` in UTC. */
  from: string;
  /** Its last day. */
  to: string;
  /** Failed builds. */
  builds: number;
  /** Services that they are of. */
  services: number;
  /** Failed builds that may succeed on a second try. */
  transient: number;
  /** Failed builds among those of which the end is known. */
  failedShare: MeasuredRate;
  /** How long a point is, and where each starts; oldest first. */
  trend: { unit: 'day' | 'week'; starts: string[] };
  /** Most builds first. */
  classes: { items: FailureClassCount[]; isPartial: boolean };
  /** Servers that are flaky or down, most builds first. */
  targets: { items: FailureTargetCount[]; isPartial: boolean };
}

/**
 * The same failure at the same server in the builds of many services.
 *
 * @public
 */
export interface ReportIncident {
  /** Such as `goproxy.5xx`. */
  class: string;
  /** What people look for first. */
  kind: FailureKind;
  /** A few words. */
  title: string;
  /** What to do now. */
  fix: string;
  /** Host of the server. */
  target: string;
  /** Start of the first build that failed so, ISO 8601. */
  firstSeen: string;
  /** Start of the last one. */
  lastSeen: string;
  /** Whether it goes on. */
  state: IncidentState;
  /** Builds that failed so. */
  builds: number;
  /** Services that they are of; the first of them by name. */
  services: { count: number; entityRefs: string[] };
}

/**
 * Incidents among the builds of the services that the caller may see: others
 * are neither named nor counted.
 *
 * @public
 */
export interface ReportIncidents {
  /** The window in days. */
  days: number;
  /** As many services have to fail alike... */
  minimumServices: number;
  /** ...within as many minutes. */
  windowMinutes: number;
  /** Open ones first, then the newest. */
  items: ReportIncident[];
  /** Whether there are more. */
  isPartial: boolean;
}

/**
 * The incident that a failed build is part of.
 *
 * @public
 */
export interface BuildIncident {
  /** Host of the server. */
  target: string;
  /** Start of the first build that failed so, ISO 8601. */
  firstSeen: string;
  /** Start of the last one. */
  lastSeen: string;
  /** Whether it goes on. */
  state: IncidentState;
  /** Other services that it hit and that the caller may see. */
  otherServices: number;
}
