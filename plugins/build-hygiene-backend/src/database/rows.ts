/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BuildLogFormat,
  BuildOutcome,
  Category,
  FleetAspect,
  Grade,
  Severity,
} from '@build-hygiene/engine';
import {
  ScanErrorCode,
  ScanStatus,
} from '@build-hygiene/plugin-build-hygiene-common';

// Rows as both databases return them; `null` is SQL's.

export interface ServiceRow {
  entity_ref: string;
  title: string | null;
  owner: string | null;
  system: string | null;
  lifecycle: string | null;
  source: string | null;
  settings: string;
  sort_name: string;
  search_text: string;
  absent_since: string | null;
  next_scan_at: string;
  /** SQLite has 0 and 1. */
  scan_requested: boolean | number;
  leased_until: string | null;
  lease: string | null;
  attempts: number;
  lost_leases: number;
  status: ScanStatus;
  error: string | null;
  scanned_at: string | null;
  commit: string | null;
  ruleset_version: string | null;
  measured: string | null;
  facts_at: string | null;
  waivers: string | null;
  known_score: number | null;
  known_grade: Grade | null;
  known_ruleset_version: string | null;
  source_host: string | null;
  error_code: ScanErrorCode | null;
  tried_at: string | null;
  scan_seconds: number | null;
  score_status: 'rated' | 'not-rated' | 'not-applicable' | null;
  score: number | null;
  grade: Grade | null;
  gate: 'pass' | 'fail' | null;
  coverage: number | null;
  open_critical: number | null;
  open_high: number | null;
  open_medium: number | null;
  open_low: number | null;
  open_info: number | null;
  hit_rate: number | null;
  hit_rate_builds: number;
  hit_rate_until: string | null;
  last_build_id: string | null;
  last_build_outcome: BuildOutcome | null;
  last_build_started_at: string | null;
}

export interface ReportRow {
  entity_ref: string;
  report: string;
  matrix: string;
}

export interface FindingRow {
  entity_ref: string;
  rule: string;
  severity: Severity;
  findings: number;
}

export interface CategoryScoreRow {
  entity_ref: string;
  category: Category;
  /** 0..100. */
  score: number;
  /** Checks that fail. */
  open: number;
}

export interface FleetFactRow {
  entity_ref: string;
  aspect: FleetAspect;
  value: string;
}

export interface ScorePointRow {
  entity_ref: string;
  day: string;
  score: number;
  grade: Grade;
  commit: string | null;
  ruleset_version: string;
}

export interface BuildRow {
  id: string;
  entity_ref: string;
  submission_key: string;
  position: number;
  format: BuildLogFormat;
  outcome: BuildOutcome;
  started_at: string;
  received_at: string;
  seconds: number | null;
  executed_seconds: number;
  avoided_seconds: number | null;
  cacheable: number;
  cached: number;
  commit: string | null;
  branch: string | null;
  provider: string | null;
  run_id: string | null;
  attempt: number | null;
  image: string | null;
  run_url: string | null;
  failure: string | null;
  steps: string;
  warnings: string;
  context_bytes: number | null;
  cache_overhead_seconds: number | null;
  base_seconds: number | null;
  context_seconds: number | null;
  image_export_seconds: number | null;
  module_download_seconds: number | null;
  wasted_seconds: number | null;
  module_files_digest: string | null;
  failure_class: string | null;
  failure_target: string | null;
  measures: string | null;
  environment: string | null;
}
