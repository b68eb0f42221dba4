/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * How the scores of the services went that the caller may see.
 *
 * @public
 */
export interface ReportHistory {
  /** One for each of the last 90 days, oldest first. */
  points: ReportHistoryPoint[];
  /** The days over which movers are compared. */
  moverDays: number;
  /** The services that gained most; at most 5. */
  gains: ScoreMove[];
  /** The services that lost most; at most 5. */
  losses: ScoreMove[];
}

/**
 * The scores at the end of a day.
 *
 * @public
 */
export interface ReportHistoryPoint {
  /** YYYY-MM-DD in UTC. */
  day: string;
  /** Undefined while no service had a score. */
  medianScore?: number;
  /** Services that had a score. */
  services: number;
}

/**
 * A service whose score changed.
 *
 * @public
 */
export interface ScoreMove {
  /** The catalog entity. */
  entityRef: string;
  /** As the catalog has it. */
  title?: string;
  /** The score at the start, or the first one since. */
  before: number;
  /** The score now. */
  after: number;
}
