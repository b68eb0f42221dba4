/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The parts of BuildKit's SolveStatus that are read, each one checked. */
export interface SolveStatus {
  vertexes: StatusVertex[];
  statuses: StatusProgress[];
  logs: StatusLog[];
  warnings: string[];
}

export interface StatusVertex {
  digest: string;
  name: string;
  started?: number;
  completed?: number;
  cached: boolean;
  error?: string;
  group?: { id: string; name?: string };
}

export interface StatusProgress {
  vertex: string;
  id: string;
  current: number;
  started?: number;
  completed?: number;
}

export interface StatusLog {
  vertex: string;
  /** When it was written, in milliseconds. */
  time?: number;
  data: string;
}
