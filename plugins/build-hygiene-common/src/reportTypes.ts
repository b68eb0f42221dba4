/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Grade } from '@build-hygiene/engine';
import { HitRate } from './serviceTypes';

/**
 * The tiles of the report page, over the services that the user may see.
 *
 * @public
 */
export interface ReportSummary {
  /** All services that the caller may see. */
  services: number;
  /** Services with a score. */
  rated: number;
  /** Services that are selected but have no score, by status. */
  unrated: {
    pending: number;
    failed: number;
    notApplicable: number;
    notRated: number;
  };
  /** Over rated services; undefined when there are none. */
  medianScore?: number;
  /** Share of rated services whose gate passes, 0..1. */
  gatePassShare?: number;
  /** Rated services by grade. */
  grades: Record<Grade, number>;
  /** Open critical findings of all services. */
  openCriticals: number;
  /** Mean over services that have a hit rate. */
  hitRate: HitRate & { services: number };
  /** The rules with most failing services. */
  topRules: {
    rule: string;
    /** What is wrong where it fails. */
    title?: string;
    services: number;
  }[];
}
