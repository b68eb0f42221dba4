/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * - `partial`: between 0 and 1, see `value`.
 * - `pending`: too little data yet.
 * - `error`: the rule could not be evaluated; never raises a score.
 *
 * @public
 */
export type CheckState =
  | 'pass'
  | 'fail'
  | 'partial'
  | 'not-applicable'
  | 'waived'
  | 'error'
  | 'pending';

/**
 * How much a violation matters, worst first.
 *
 * @public
 */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';

/**
 * A from 90, B from 80, C from 65, D from 50, F below.
 *
 * @public
 */
export type Grade = 'A' | 'B' | 'C' | 'D' | 'F';

/**
 * A service's score. `value` and `grade` are undefined when there is nothing
 * to rate (`status: 'not-applicable'`) or too little was rated
 * (`status: 'not-rated'`).
 *
 * @public
 */
export interface Score {
  /** Whether there is a score. */
  status: 'rated' | 'not-rated' | 'not-applicable';
  /** 0..100, whole. */
  value?: number;
  /** The grade of `value`. */
  grade?: Grade;
  /** Share of the applicable weight that was rated, 0..1. */
  coverage: number;
  /** `fail` while a finding of a blocking rule is open. */
  gate: 'pass' | 'fail';
  /** Before the cap, 0..100. */
  raw?: number;
  /** The severity whose open check scales the score down. */
  cap?: 'critical' | 'high';
  /** Why there is no score, in words. */
  reason?: string;
}

/**
 * The part of a check that the score needs: one rule, for one unit or module.
 *
 * @public
 */
export interface ScoredCheck {
  /** Checks of the same rule share its weight. */
  rule: string;
  /** Its weight. */
  severity: Severity;
  /** Its outcome. */
  state: CheckState;
  /** For `partial`: 0..1. */
  value?: number;
  /** Factor of the severity's weight, by policy. Default: 1. */
  weight?: number;
  /** Whether a failure fails the gate. Default: critical ones do. */
  blocking?: boolean;
}
