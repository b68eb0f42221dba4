/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ProblemCode } from '../problem';
import { Cause, ScenarioId, StepKind } from '../cache/types';
import { Category, Finding } from '../rules/types';
import { CheckState, Grade, Score, Severity } from '../score/types';

/**
 * What `build-hygiene scan --format json` prints, and what the portal stores
 * and shows. Fields are added, never renamed.
 *
 * @public
 */
export interface ScanReport {
  schemaVersion: 1;
  rulesetVersion: string;
  root: string;
  commit?: string;
  score: ScanScore;
  units: ReportedUnit[];
  modules: ReportedModule[];
  checks: ReportedCheck[];
  errors: ReportedError[];
}

/**
 * As {@link Score}, with `null` where JSON readers expect the key.
 *
 * @public
 */
export interface ScanScore {
  status: Score['status'];
  value: number | null;
  grade: Grade | null;
  coverage: number;
  gate: 'pass' | 'fail';
  raw: number | null;
  cap: 'critical' | 'high' | null;
  reason?: string;
}

/** @public */
export interface ReportedUnit {
  id: string;
  dockerfile: string;
  context: string;
  target: string | null;
  modules: string[];
  stages: { name: string; from: string; steps: number }[];
  context_bytes: number;
  context_bytes_ignored: number;
  /** Vendored, test data or generated: listed, but not checked. */
  excluded?: true;
}

/** @public */
export interface ReportedModule {
  /** Path of the go.mod. */
  path: string;
  module: string | null;
  go: string | null;
  /** Vendored or test data: listed, but not checked. */
  excluded?: true;
}

/** @public */
export interface ReportedCheck {
  rule: string;
  category: Category;
  state: CheckState;
  severity: Severity;
  /** Title for the state it is in. */
  title: string;
  /** Unit id, or the go.mod path of a module rule. */
  unit: string | null;
  /** Points that passing this check would add, one decimal. */
  delta: number;
  /** For not-applicable, error and pending: why. */
  reason?: string;
  findings: Finding[];
  fix: { available: boolean; verified: boolean; scoreAfter: number | null };
}

/** @public */
export interface ReportedError {
  path: string;
  line: number | null;
  code: ProblemCode;
  message: string;
}

/**
 * What `build-hygiene matrix --format json` prints.
 *
 * @public
 */
export interface MatrixReport {
  units: MatrixUnit[];
}

/** @public */
export interface MatrixUnit {
  id: string;
  steps: MatrixStep[];
  scenarios: MatrixScenario[];
  predictedHitRate: number | null;
  unknowns: string[];
}

/** @public */
export interface MatrixStep {
  index: number;
  stage: string;
  instruction: string;
  line: number;
  /** Keyword, flags and arguments on one line, secrets masked, cut where long. */
  text: string;
  kind: StepKind;
  /** Whether it fetches Go modules; a compile step may do so on its own. */
  downloads: boolean;
}

/** @public */
export interface MatrixScenario {
  id: ScenarioId;
  applicable: boolean;
  /** Paths that stand for this kind of commit here. */
  changed: string[];
  /** Indexes of the steps that re-run. */
  reruns: number[];
  cells: MatrixCell[];
}

/** @public */
export interface MatrixCell {
  step: number;
  outcome: 'cached' | 'cheaper' | 'reruns';
  outputMayDiffer: boolean;
  cause?: Cause['kind'];
  /** One sentence: why. */
  why: string;
}

/**
 * What `build-hygiene rules --format json` prints, and the portal's check help.
 *
 * @public
 */
export interface RuleDescription {
  id: string;
  category: Category;
  severity: Severity;
  blocking: boolean;
  title: { pass: string; fail: string };
  why: string;
  howToFix: string;
  fix: 'auto' | 'guided' | 'none';
  sources: string[];
  prevents: string[];
}
