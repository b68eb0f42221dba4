/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ProblemCode } from '../problem';
import {
  BuilderProfile,
  BuilderProfileKind,
  Cause,
  ScenarioId,
  StepCost,
  StepKind,
  StepOutcome,
} from '../cache/types';
import { FixProposal } from '../edits/types';
import { FixSavings } from '../fixes/types';
import { RuleParameter } from '../policy/types';
import { Category, Finding } from '../rules/types';
import { CheckState, Grade, Score, Severity } from '../score/types';

/**
 * What `build-hygiene scan --format json` prints, and what the portal stores
 * and shows. Fields are added, never renamed.
 *
 * @public
 */
export interface ScanReport {
  /** Raised when a field changes its meaning. */
  schemaVersion: 1;
  /** The rules that were applied. */
  rulesetVersion: string;
  /** What was scanned, for people: a folder or an address. */
  root: string;
  /** The commit that was scanned, where it is known. */
  commit?: string;
  /** The score with its reasons. */
  score: ScanScore;
  /** The Dockerfiles of the repository. */
  units: ReportedUnit[];
  /** The Go modules of the repository. */
  modules: ReportedModule[];
  /** Every rule on every unit or module that it is about. */
  checks: ReportedCheck[];
  /** All verified fixes one after the other, where they were asked for. */
  plan?: ReportedPlan;
  /** What could not be read. */
  errors: ReportedError[];
  /** The policy in force, if there is one. */
  policy?: ReportedPolicy;
  /** The comments that except findings, where there are some. */
  suppressions?: ReportedSuppression[];
}

/**
 * What a policy changes about a report.
 *
 * @public
 */
export interface ReportedPolicy {
  /** Where it comes from: a path, or a name. */
  path: string;
  /** Ids of the rules that it switches off. */
  off: string[];
  /** Ids of the rules that it sets otherwise. */
  changed: string[];
  /** Patterns of the paths that it leaves out. */
  exclude: string[];
}

/**
 * A comment in the repository that excepts findings.
 *
 * @public
 */
export interface ReportedSuppression {
  /** The file that it stands in. */
  path: string;
  /** Its line, from 1. */
  line: number;
  /** The rules whose findings it excepts. */
  rules: string[];
  /** Why. */
  reason: string;
  /** The last day that it holds; without an end when absent. */
  until?: string;
  /** `unused`: nothing is found there; `expired`: the last day is over. */
  state: 'used' | 'unused' | 'expired';
}

/**
 * As {@link Score}, with `null` where JSON readers expect the key.
 *
 * @public
 */
export interface ScanScore {
  /** Whether there is a score. */
  status: Score['status'];
  /** 0..100, a whole number. */
  value: number | null;
  /** The grade of `value`. */
  grade: Grade | null;
  /** Rated share of the weight that applies, 0..1. */
  coverage: number;
  /** `fail` while a finding of a blocking rule is open. */
  gate: 'pass' | 'fail';
  /** Before the cut, one decimal. */
  raw: number | null;
  /** The severity of open findings that cut the score. */
  cap: 'critical' | 'high' | null;
  /** Why there is no score. */
  reason?: string;
  /** The score with every waived check open; absent when none is waived. */
  withoutWaivers?: {
    /** How many checks are waived. */
    waivers: number;
    /** 0..100; `null` where there is none. */
    value: number | null;
    /** The grade of `value`. */
    grade: Grade | null;
  };
}

/**
 * A Dockerfile of the repository with its context.
 *
 * @public
 */
export interface ReportedUnit {
  /** Path of the Dockerfile. */
  id: string;
  /** Repository path of the Dockerfile. */
  dockerfile: string;
  /** Repository path of the context's folder; `.` is the root. */
  context: string;
  /** Name of the stage that is built; `null` when it has none. */
  target: string | null;
  /** Paths of the go.mod files that it builds. */
  modules: string[];
  /** All stages of the Dockerfile, with the number of their steps. */
  stages: { name: string; from: string; steps: number }[];
  /** Bytes that are sent to the builder. */
  context_bytes: number;
  /** Bytes that the ignore file drops. */
  context_bytes_ignored: number;
  /** Vendored, test data or generated: listed, but not checked. */
  excluded?: true;
}

/**
 * A Go module of the repository.
 *
 * @public
 */
export interface ReportedModule {
  /** Path of the go.mod. */
  path: string;
  /** Module path of the `module` line. */
  module: string | null;
  /** Version of the `go` line. */
  go: string | null;
  /** Vendored or test data: listed, but not checked. */
  excluded?: true;
}

/**
 * What a rule says of one unit or module.
 *
 * @public
 */
export interface ReportedCheck {
  /** Id of the rule. */
  rule: string;
  /** Category of the rule. */
  category: Category;
  /** The outcome. */
  state: CheckState;
  /** For partial: how much of it is reached, 0..1. */
  value?: number;
  /** Severity of this outcome. */
  severity: Severity;
  /** Title for the state it is in. */
  title: string;
  /** Unit id, or the go.mod path of a module rule. */
  unit: string | null;
  /** Points that passing this check would add, one decimal. */
  delta: number;
  /** For not-applicable, error and pending: why. */
  reason?: string;
  /** Up to this day (YYYY-MM-DD) the policy lets it count without failing the gate. */
  graceUntil?: string;
  /** The violations, of a failed check; of a waived one with what excepts them. */
  findings: Finding[];
  /** What the rule proposes, where it was asked for. */
  fix: ReportedFix;
}

/**
 * A fix of one check, applied alone.
 *
 * @public
 */
export interface ReportedFix {
  /** Whether the rule proposes a change here. */
  available: boolean;
  /** Whether a scan of the changed files shows that it holds. */
  verified: boolean;
  /** The score after it; `null` where there is none. */
  scoreAfter: number | null;
  /** What it does, in the imperative. */
  title?: string;
  /** Whether the image stays the same for sure. */
  safety?: FixProposal['safety'];
  /** What a person has to look at. */
  review?: string;
  /** The change as a unified diff that `git apply` takes; absent where it would show a secret. */
  diff?: string;
  /** What it saves of a build; absent where it changes nothing of that. */
  savings?: FixSavings;
}

/**
 * Fixes one after the other, those that gain most first.
 *
 * @public
 */
export interface ReportedPlan {
  /** Each with the score after it and all before it. */
  fixes: {
    /** The rule whose findings it closes. */
    rule: string;
    /** Unit id or go.mod path; `null` for the repository. */
    unit: string | null;
    /** What it does, in the imperative. */
    title: string;
    /** Whether the image stays the same for sure. */
    safety: FixProposal['safety'];
    /** What a person has to look at. */
    review?: string;
    /** `null` where there is no score. */
    scoreAfter: number | null;
    /** What it saves of a build on top of those before it. */
    savings?: FixSavings;
  }[];
  /** All of them as a unified diff that `git apply` takes; absent where it would show a secret. */
  diff?: string;
}

/**
 * What some fixes of a repository come to, one after the other.
 *
 * @public
 */
export interface FixPreview extends ReportedPlan {
  /** `null` where there is no score. */
  scoreBefore: number | null;
  /** After all of them. */
  scoreAfter: number | null;
  /** What was asked for, but could not be shown to hold. */
  rejected: {
    rule: string;
    unit: string | null;
    title: string;
    reason: string;
  }[];
  /** What re-runs when after all of them. */
  matrix: MatrixReport;
}

/**
 * Something that could not be read.
 *
 * @public
 */
export interface ReportedError {
  /** Repository path. */
  path: string;
  /** From 1; `null` when it is about the whole file. */
  line: number | null;
  /** The kind of problem. */
  code: ProblemCode;
  /** One sentence for people. */
  message: string;
}

/**
 * What `build-hygiene matrix --format json` prints.
 *
 * @public
 */
export interface MatrixReport {
  /** One for each Dockerfile that is checked. */
  units: MatrixUnit[];
}

/**
 * The matrix of one Dockerfile.
 *
 * @public
 */
export interface MatrixUnit {
  /** Path of the Dockerfile. */
  id: string;
  /** The rows. */
  steps: MatrixStep[];
  /** The columns, for a builder that keeps layers and cache mounts. */
  scenarios: MatrixScenario[];
  /** 0..1, for the same builder; `null` when there is no step. */
  predictedHitRate: number | null;
  /** What the model could not know, in words. */
  unknowns: string[];
  /** The builder that this repository's CI uses, or is assumed to use. */
  profile: BuilderProfile;
  /**
   * The same for each kind of builder, in the order warm, remote-max,
   * remote-min, ephemeral.
   */
  profiles: MatrixProfile[];
  /** Where the seconds come from. */
  costs: { source: 'measured' | 'published' };
}

/**
 * What a Dockerfile comes to on one kind of builder.
 *
 * @public
 */
export interface MatrixProfile {
  /** The kind of builder. */
  kind: BuilderProfileKind;
  /** 0..1; `null` when there is no step. */
  predictedHitRate: number | null;
  /** The columns, in the order of `scenarios` of the unit. */
  scenarios: MatrixProfileScenario[];
  /** Seconds of a build, weighted over the change mix; `null` as the rate. */
  expectedSeconds: number | null;
}

/**
 * What one kind of commit does on one kind of builder.
 *
 * @public
 */
export interface MatrixProfileScenario {
  /** The kind of commit. */
  id: ScenarioId;
  /** One for each step, in order. */
  outcomes: StepOutcome[];
  /** Expected seconds of the steps that run, one after the other. */
  seconds: number;
}

/**
 * A row of the matrix.
 *
 * @public
 */
export interface MatrixStep {
  /** From 1, over all steps of the unit. */
  index: number;
  /** Name of its stage, or its number. */
  stage: string;
  /** Its keyword, such as `RUN`. */
  instruction: string;
  /** Its first line in the Dockerfile, from 1. */
  line: number;
  /** Keyword, flags and arguments on one line, secrets masked, cut where long. */
  text: string;
  /** What the step is for. */
  kind: StepKind;
  /** Whether it fetches Go modules; a compile step may do so on its own. */
  downloads: boolean;
  /** Whether its Go modules are in a cache mount. */
  moduleMount?: boolean;
  /** Seconds of a run with empty and with filled cache mounts. */
  cost?: StepCost;
  /** Median seconds of its last runs in builds of the service, where known. */
  measuredSeconds?: number;
}

/**
 * A kind of commit, with what it does to every step.
 *
 * @public
 */
export interface MatrixScenario {
  /** The kind of commit. */
  id: ScenarioId;
  /** Whether the repository has files for such a commit. */
  applicable: boolean;
  /** Paths that stand for this kind of commit here. */
  changed: string[];
  /** Indexes of the steps that re-run. */
  reruns: number[];
  /** One for each step, in order. */
  cells: MatrixCell[];
}

/**
 * What becomes of one step after one kind of commit.
 *
 * @public
 */
export interface MatrixCell {
  /** Index of the step. */
  step: number;
  /** `cheaper`: it re-runs, and cache mounts spare most of the work. */
  outcome: StepOutcome;
  /** Whether what it leaves behind may be other bytes than before. */
  outputMayDiffer: boolean;
  /** Why it re-runs; undefined for a cached step. */
  cause?: Cause['kind'];
  /** The same for programs; undefined in reports from before it was told. */
  reason?: RerunReason;
  /** One sentence: why. */
  why: string;
}

/**
 * Why a step re-runs, with what a sentence names of it; secrets masked:
 *
 * - `files`: it takes files that change, from the build context or a named one,
 *   or its stage stands on a folder that holds them;
 * - `earlier-step`: an instruction before it re-runs;
 * - `copied-from`: what it copies from another stage may differ;
 * - `argument`: a build argument differs from commit to commit;
 * - `instruction`: its own text changes;
 * - `folder-sent`: its stage stands on a folder, which each build sends anew;
 * - `instruction-removed`: an instruction before it was removed;
 * - `other-context`: the named context is another one.
 *
 * @public
 */
export type RerunReason =
  | {
      because: 'files';
      from: 'build-context' | 'named-context' | 'folder';
      /** The first of them. */
      paths: string[];
      /** How many there are besides. */
      more: number;
    }
  | {
      because: 'earlier-step' | 'copied-from';
      /** Its keyword. */
      instruction: string;
      line: number;
    }
  | { because: 'argument' | 'other-context'; name: string }
  | { because: 'instruction' | 'folder-sent' | 'instruction-removed' };

/**
 * What `build-hygiene rules --format json` prints, and the portal's check help.
 *
 * @public
 */
export interface RuleDescription {
  /** `category/name`, fixed once released. */
  id: string;
  /** What it is about. */
  category: Category;
  /** How much a violation matters. */
  severity: Severity;
  /** Whether an open finding fails the gate. */
  blocking: boolean;
  /** One line for each outcome. */
  title: { pass: string; fail: string };
  /** What a violation costs the service. */
  why: string;
  /** What to do, for people. */
  howToFix: string;
  /** Whether a machine could fix a violation. */
  fix: 'auto' | 'guided' | 'none';
  /** Evidence: URLs or documents with section. */
  sources: string[];
  /** Failure classes of build logs that it prevents. */
  prevents: string[];
  /** What a policy may set for it. */
  parameters?: RuleParameter[];
}
