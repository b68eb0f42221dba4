/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildUnit } from '../units/types';
import { Instruction, Mount, ShellBody, Stage } from '../dockerfile/types';

/**
 * A kind of commit, used to ask the model what re-runs.
 *
 * @public
 */
export type ScenarioId =
  | 'source'
  | 'modules'
  | 'docs'
  | 'ci'
  | 'tests'
  | 'dockerfile'
  | 'commit-only';

/**
 * What a step is for.
 *
 * @public
 */
export type StepKind =
  | 'base'
  | 'module-download'
  | 'compile'
  | 'package-install'
  | 'copy'
  | 'other';

/**
 * One instruction that yields a vertex (FROM, RUN, COPY, ADD, WORKDIR) of a
 * stage that the target needs.
 *
 * @public
 */
export interface Step {
  /** 1-based over all steps of the unit, in file order. */
  index: number;
  /** The stage that it belongs to. */
  stage: Stage;
  /** The instruction that yields it. */
  instruction: Instruction;
  /** What it is for. */
  kind: StepKind;
  /** What it does. */
  effects: StepEffects;
  /** The mounts of a RUN. */
  mounts: Mount[];
  /** Parsed body of a RUN. */
  shell?: ShellBody;
  /** What is in force where it runs. */
  environment: StepEnvironment;
}

/**
 * What a step does, as far as its commands tell. A compile step that fetches
 * modules on its own has `downloadsModules` too.
 *
 * @public
 */
export interface StepEffects {
  /** Fetches Go modules. */
  downloadsModules: boolean;
  /** Compiles Go. */
  compiles: boolean;
  /** Runs Go tests. */
  runsTests: boolean;
  /** Installs packages of the operating system. */
  installsPackages: boolean;
  /** Whether it stamps VCS state into its output (Go's `-buildvcs`, on by default). */
  readsVcs: boolean;
}

/**
 * What is in force where a step runs.
 *
 * @public
 */
export interface StepEnvironment {
  /** ENV of this stage and of the stages below it, and ARG values in scope. */
  variables: Readonly<Record<string, string>>;
  /** Names of ARGs in scope that have no value known here. */
  unknownArguments: readonly string[];
  /** The user that it runs as. */
  user: string;
  /** The working directory. */
  workdir: string;
  /** Effective Go module cache, such as `/go/pkg/mod`. */
  goModCache: string;
  /** Effective Go build cache, such as `/root/.cache/go-build`. */
  goCache: string;
  /** The cache mount that holds `goModCache`. */
  moduleCacheMount?: Mount;
  /** The cache mount that holds `goCache`. */
  buildCacheMount?: Mount;
}

/**
 * What happens to one step in one scenario.
 *
 * @public
 */
export interface StepVerdict {
  /** The step's index. */
  step: number;
  /** Whether its layer in the cache no longer fits. */
  reruns: boolean;
  /** Whether what it leaves behind may be other bytes than before. */
  outputMayDiffer: boolean;
  /** Re-runs, but its cache mounts spare most of the work. */
  cheaper: boolean;
  /** Why it re-runs; undefined when it does not. */
  cause?: Cause;
}

/**
 * Why a step re-runs.
 *
 * @public
 */
export type Cause =
  | { kind: 'files'; paths: string[]; instruction: Instruction }
  | { kind: 'earlier-step'; step: number }
  | { kind: 'copied-from'; step: number }
  | { kind: 'argument'; name: string }
  | { kind: 'instruction' }
  | ({ kind: 'external'; what: string } & ExternalChange);

/**
 * What `what` of an external cause tells, for programs: the stage stands on a
 * folder that each build sends anew, an instruction is gone, or a named context
 * is another one.
 *
 * @public
 */
export type ExternalChange =
  | { change: 'folder-sent' | 'instruction-removed' }
  | { change: 'other-context'; context: string };

/**
 * A scenario resolved against a repository: the files of the context that such
 * a commit touches.
 *
 * @public
 */
export interface Scenario {
  /** The kind of commit. */
  id: ScenarioId;
  /** Repository paths. A path that does not exist is one the commit adds. */
  changedPaths: string[];
  /** Build arguments that differ from commit to commit. */
  changedArguments: string[];
  /** False when the repository has no such file; then nothing changes. */
  applicable: boolean;
}

/**
 * What becomes of a step. `cheaper`: it re-runs, and cache mounts spare most of
 * the work.
 *
 * @public
 */
export type StepOutcome = 'cached' | 'cheaper' | 'reruns';

/**
 * Seconds of one step.
 *
 * @public
 */
export interface StepCost {
  /** Of a run without cache mounts, or with empty ones. */
  empty: number;
  /** Of a run whose cache mounts an earlier build has filled. */
  filled: number;
  /** `empty` was measured where the modules of a mount were fetched again. */
  refetches?: true;
}

/**
 * What a build unit comes to on one kind of builder.
 *
 * @public
 */
export interface ProfileForecast {
  /** The kind of builder. */
  kind: BuilderProfileKind;
  /** Weighted over the change mix, 0..1; undefined without steps. */
  predictedHitRate?: number;
  /** Seconds of a build, weighted over the change mix; undefined as the rate. */
  expectedSeconds?: number;
  /** Each kind of commit, in the order of the model's scenarios. */
  scenarios: {
    id: ScenarioId;
    /** One for each step, in order. */
    outcomes: StepOutcome[];
    /** Expected seconds of the steps that run, one after the other. */
    seconds: number;
  }[];
}

/**
 * What re-runs in a build unit when what changes.
 *
 * @public
 */
export interface CacheModel {
  /** What is modelled. */
  unit: BuildUnit;
  /** The steps that the target needs. */
  steps: Step[];
  /**
   * Each kind of commit, with a verdict on every step, for a builder that keeps
   * layers and cache mounts.
   */
  scenarios: { scenario: Scenario; verdicts: StepVerdict[] }[];
  /**
   * For the same builder, weighted over the change mix, 0..1; undefined without
   * steps.
   */
  predictedHitRate?: number;
  /** What the model could not know, in words. */
  unknowns: string[];
  /** The builder that builds the unit, or is assumed to. */
  profile: BuilderProfile;
  /** Each kind of builder, from the one that keeps most to `ephemeral`. */
  profiles: ProfileForecast[];
  /** What each step costs, in order, and where that comes from. */
  costs: { source: 'measured' | 'published'; steps: StepCost[] };
}

/**
 * What survives from one build of an image to the next:
 *
 * - `warm`: layers and cache mounts (a developer's machine, a self-hosted or
 *   remote builder);
 * - `remote-max`: the layers of all stages, exported to a remote cache; cache
 *   mounts start empty;
 * - `remote-min`: the layers of the final stage alone; cache mounts start empty;
 * - `ephemeral`: nothing.
 *
 * @public
 */
export type BuilderProfileKind =
  | 'warm'
  | 'remote-max'
  | 'remote-min'
  | 'ephemeral';

/**
 * How it is known which builder a unit's images are built on: a policy says
 * so, nothing does, a builder keeps what it has, or what becomes of the cache
 * of one that starts empty.
 *
 * @public
 */
export type BuilderBasis =
  | { known: 'policy'; policy: string }
  | { known: 'assumed' | 'remote-builder' | 'self-hosted-runner' }
  | {
      known:
        | 'mounts-carried-over'
        | 'no-cache-imported'
        | 'final-stage-exported'
        | 'all-stages-exported'
        | 'cache-imported';
      /** What each job gets anew. */
      perJob: 'builder' | 'machine';
    };

/**
 * Which builder a unit's images are built on, and how that is known.
 *
 * @public
 */
export interface BuilderProfile {
  /** What survives from build to build. */
  kind: BuilderProfileKind;
  /** How that is known, in words. */
  reason: string;
  /** The same for programs; undefined in reports from before it was told. */
  basis?: BuilderBasis;
  /** The file that says so; undefined when the profile is assumed. */
  path?: string;
  /** The line of that file, from 1. */
  line?: number;
}
