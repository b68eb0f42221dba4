/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FirstMissReason } from '../measures';
import { BuildOutcome, BuildStepState } from '../types';

/**
 * Which of two builds that are compared.
 *
 * @public
 */
export type ComparedSide = 'before' | 'after';

/**
 * One of two builds in numbers.
 *
 * @public
 */
export interface ComparedBuild {
  /** How it ended. */
  outcome: BuildOutcome;
  /** Wall seconds; undefined where its log does not tell. */
  seconds?: number;
  /** Seconds of all its steps, which may run side by side. */
  stepSeconds: number;
  /** Steps that the cache can hold. */
  cacheable: number;
  /** Those of them that came from it. */
  cached: number;
  /** Bytes of context that were transferred; undefined when not told. */
  contextBytes?: number;
}

/**
 * What became of a step in one of the builds.
 *
 * @public
 */
export interface ComparedRun {
  /** The step's id in its build. */
  id: string;
  /** What became of it. */
  state: BuildStepState;
  /** Wall seconds; undefined when not told. */
  seconds?: number;
  /** Of a Go command that ran with a cache mount, where its output tells. */
  mount?: 'warm' | 'cold';
}

/**
 * How a step differs, by the build of which it holds.
 *
 * - `only`: the other build has no such step.
 * - `not-reached`: this build ended before it, and the other came to it.
 * - `failed`: it failed, and in the other build it did not.
 * - `ran`: it ran, and in the other build it came from the cache.
 * - `slower`: both ran it; here it took a second and a tenth longer, or more.
 *
 * @public
 */
export interface StepDifference {
  /** What differs. */
  kind: 'only' | 'not-reached' | 'failed' | 'ran' | 'slower';
  /** The build of which that holds. */
  side: ComparedSide;
}

/**
 * A cacheable step in both builds.
 *
 * @public
 */
export interface ComparedStep {
  /** The instruction on one line, secrets masked. */
  text: string;
  /** Its stage as logged. */
  stage?: string;
  /** Its platform, where a build is for several. */
  platform?: string;
  /** In the build before; undefined when its log does not have it. */
  before?: ComparedRun;
  /** In the build after; undefined when its log does not have it. */
  after?: ComparedRun;
  /** Empty when nothing does. */
  differences: StepDifference[];
  /** Seconds after minus seconds before; undefined when one is not known. */
  secondsMore?: number;
}

/**
 * Where the builds of a stage part: the likely reason of all behind it.
 *
 * - `base`: its image or tag is another one.
 * - `base-digest`: its tag gives another image.
 * - `instruction`: a line was changed, added or removed.
 * - `ran`: the first step that ran in one build and was cached in the other.
 * - `failed`: the first step that failed in one of them only.
 * - `only`: the other build succeeded without this stage.
 *
 * @public
 */
export interface StageDifference {
  /** The stage as logged. */
  stage?: string;
  /** Its platform, where a build is for several. */
  platform?: string;
  /** What differs first. */
  reason: 'base' | 'base-digest' | 'instruction' | 'ran' | 'failed' | 'only';
  /** The build in which it ran, failed or exists; undefined for other reasons. */
  side?: ComparedSide;
  /** The image or instruction in the build before. */
  before?: string;
  /** The image or instruction in the build after. */
  after?: string;
  /** What the place of a step that ran tells; of builds that succeeded. */
  miss?: FirstMissReason;
}

/**
 * What a build ran with. `proxy` are variables such as `GOPROXY`, `argument`
 * the other build arguments.
 *
 * @public
 */
export type EnvironmentAspect =
  | 'base'
  | 'base-digest'
  | 'go'
  | 'platform'
  | 'builder'
  | 'proxy'
  | 'argument'
  | 'target'
  | 'dockerfile'
  | 'repository'
  | 'revision';

/**
 * Something that the builds did not run with alike, as far as their logs or
 * records tell. Values are masked: two secrets may differ and look the same.
 *
 * @public
 */
export interface EnvironmentDifference {
  /** What it is of. */
  aspect: EnvironmentAspect;
  /** The stage, variable or property; undefined where there is just one. */
  name?: string;
  /** In the build before; undefined when not set, or not told. */
  before?: string;
  /** In the build after; undefined when not set, or not told. */
  after?: string;
}

/**
 * A failed build in the light of the other one.
 *
 * @public
 */
export interface ComparedFailure {
  /** The build that failed. */
  side: ComparedSide;
  /** Failure class, such as `goproxy.404`. */
  class: string;
  /** Its kind, such as `network`. */
  kind: string;
  /** One sentence for a person. */
  message: string;
  /** What fills the places of its class's message, as in `BuildFailure`. */
  values?: Record<string, string>;
  /** The line that shows it, secrets masked. */
  line: string;
  /** Name of the failed step, where one is known. */
  step?: string;
  /** What became of that step in the other build; undefined for no step. */
  elsewhere?: BuildStepState | 'absent' | 'not-reached';
  /** Whether the other build failed of the same class. */
  shared: boolean;
  /** Differences of the environment that such a failure may come from. */
  suspects: EnvironmentDifference[];
}

/**
 * One sentence of a summary as data: an id, and the values to fill in.
 *
 * - `failed`: the build of `side` failed (`class`, `step`, `elsewhere`).
 * - `total`: it took longer (`before` and `after` in seconds, `measure`:
 *   `wall` or `steps`).
 * - `base`, `base-digest`, `instruction`, `ran`, `only`, `failed-first`: where a stage
 *   parts (`stage`, `before`, `after`, `miss`) and what that cost.
 *   `failed-first` stands only where nothing tells why the build failed.
 * - `step-slower`: one step took longer (`step`, `before`, `after`; `mount`:
 *   `cold` where its cache mount was empty, and filled in the other build).
 * - `work-slower`: the builder's own work took longer (`purpose`, a key of
 *   `BuildSeconds`; `before`, `after`).
 *
 * @public
 */
export interface ComparisonFinding {
  /** Which sentence. */
  id:
    | 'failed'
    | 'total'
    | 'base'
    | 'base-digest'
    | 'instruction'
    | 'ran'
    | 'only'
    | 'failed-first'
    | 'step-slower'
    | 'work-slower';
  /** The build that failed or took longer; undefined where neither did. */
  side?: ComparedSide;
  /** How much longer it took; undefined where that is not known, or nothing. */
  seconds?: number;
  /** What the sentence names. */
  values: Record<string, string | number>;
}

/**
 * Two builds side by side.
 *
 * @public
 */
export interface BuildComparison {
  /** The build that is compared with. */
  before: ComparedBuild;
  /** The build that is looked at. */
  after: ComparedBuild;
  /** Failures first, then by seconds; at most 20. */
  findings: ComparisonFinding[];
  /** What the builds did not run with alike. */
  environment: EnvironmentDifference[];
  /** Of each stage, where the builds part. */
  stages: StageDifference[];
  /** Why each of them failed, if it did. */
  failures: ComparedFailure[];
  /** All cacheable steps of both. */
  steps: ComparedStep[];
}
