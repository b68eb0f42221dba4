/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  FailoverReport,
  SourceProbe,
  SourceState,
} from '@build-hygiene/engine';

/**
 * The module sources of the organisation: how each does, and what the list of
 * them would do if one failed.
 *
 * @public
 */
export interface ModuleSourceBoard {
  /** Whether the configuration names a list; without one there is nothing else. */
  configured: boolean;
  /** The module that sources are tried with: `path@version`. */
  canary?: string;
  /** What the list does now and under the failure of each source. */
  failover?: FailoverReport;
  /** In the order of the list; the checksum database last. */
  sources: ModuleSourceStatus[];
}

/**
 * How one module source does and did.
 *
 * @public
 */
export interface ModuleSourceStatus {
  /** Its address, without credentials. */
  source: string;
  /** What it is. */
  kind: SourceProbe['kind'];
  /** The last look at it; undefined before the first. */
  probe?: SourceProbe;
  /** ISO time since which it has been in that state, as far as is kept. */
  since?: string;
  /** What the looks before found. */
  history: ModuleSourceHistory;
}

/**
 * What the looks at a source found in a window of time.
 *
 * @public
 */
export interface ModuleSourceHistory {
  /** The window in hours, up to now. */
  hours: number;
  /** How many looks there were. */
  probes: number;
  /** Share of them at which it served, 0..1; undefined without any. */
  availability?: number;
  /** Median latency. */
  medianMilliseconds?: number;
  /** Latency that 95 of 100 looks stayed below. */
  slowMilliseconds?: number;
  /** The last looks, oldest first. */
  points: ModuleSourcePoint[];
}

/**
 * One look at a source.
 *
 * @public
 */
export interface ModuleSourcePoint {
  /** ISO time. */
  at: string;
  /** How it did. */
  state: SourceState;
  /** Its latency then. */
  milliseconds?: number;
}
