/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';

/** A score and its grade. */
export interface KnownScore {
  score: number;
  grade: Grade;
}

/** A service that is worse than its owner knows. */
export interface ScoreFall {
  entityRef: string;
  title?: string;
  owner?: string;
  before: KnownScore;
  after: KnownScore;
  /** The commit of the last scan. */
  commit?: string;
  /** What it fails now, the worst first; a few. */
  openRules: string[];
}

/** A waiver that ends soon, of a service that has an owner. */
export interface EndingWaiver {
  id: string;
  entityRef: string;
  title?: string;
  owner: string;
  rule: string;
  /** Its last day, YYYY-MM-DD. */
  until: string;
}

/** The services of one owner, added up. */
export interface OwnerDigest {
  owner: string;
  /** Those with a score. */
  services: number;
  averageScore: number;
  failingGate: number;
  openCritical: number;
  openHigh: number;
  /** Against their last score of a week ago or before. */
  risen: number;
  fallen: number;
  /** The lowest scores, below 100; a few. */
  lowest: (KnownScore & { entityRef: string; title?: string })[];
}
