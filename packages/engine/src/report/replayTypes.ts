/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Cause, StepKind } from '../cache/types';
import { ChangeKind } from '../cache/changeKindOf';
import { MatrixStep } from './types';

/**
 * What `build-hygiene replay --format json` prints: what a builder that keeps
 * every layer would have taken from its cache, commit after commit.
 *
 * @public
 */
export interface ReplayReport {
  /** How many commits were replayed. */
  commits: number;
  /** The Dockerfiles, each with a cache of its own; those of today first. */
  units: ReplayUnit[];
}

/**
 * The history of one Dockerfile.
 *
 * @public
 */
export interface ReplayUnit {
  /** Path of the Dockerfile. */
  id: string;
  /** The newest commit does not have it. */
  removed?: true;
  /** As in the matrix of the newest commit; none when it was removed. */
  steps: MatrixStep[];
  /** One for each commit that has the Dockerfile, the oldest first. */
  builds: ReplayBuild[];
  /**
   * Share of the steps that came from the cache, 0..1, over all builds but the
   * first, whose cache is empty; `null` when there are none.
   */
  hitRate: number | null;
  /**
   * Expected seconds of the steps that ran again, over all builds but the first.
   * What a commit is sure to cost, as to compile what it changed, is part of it.
   */
  secondsLost: number;
  /**
   * Where the seconds come from: builds of the service, or typical ones by kind
   * of step, with cache mounts empty in the first build and filled later.
   */
  costs: { source: 'measured' | 'published' };
  /** Where the re-running starts, the most frequent first. */
  busters: ReplayBuster[];
  /** Share of the commits by kind, over all builds but the first. */
  changeMix: Partial<Record<ChangeKind, number>>;
  /**
   * In how many builds but the first something of the kind was done again. A
   * compile step that fetches modules on its own counts for both.
   */
  reruns: Record<'module-download' | 'package-install' | 'compile', number>;
}

/**
 * The build of one commit.
 *
 * @public
 */
export interface ReplayBuild {
  /** The commit's id. */
  commit: string;
  /** When it was committed, ISO 8601 in UTC. */
  committedAt: string;
  /** The first line of its message, secrets masked, cut where long. */
  subject: string;
  /** How many paths it changed against its first parent. */
  changedPaths: number;
  /** What it was about. */
  kind: ChangeKind;
  /** What became of the steps, in the order of the Dockerfile. */
  steps: ReplayBuildStep[];
  /** Steps that a cache can hold: all but FROM. */
  cacheable: number;
  /** Those that came from the cache. */
  cached: number;
  /** `cached` of `cacheable`, 0..1; `null` without steps. */
  hitRate: number | null;
  /** Expected seconds of the steps that ran, one after the other. */
  seconds: number;
}

/**
 * A step of one build.
 *
 * @public
 */
export interface ReplayBuildStep {
  /** Index of the same instruction in the unit's `steps`, while it is there. */
  index?: number;
  /** Name of its stage, or its number. */
  stage: string;
  /** Its first line in the Dockerfile of that commit, from 1. */
  line: number;
  /** Keyword, flags and arguments on one line, secrets masked, cut where long. */
  text: string;
  /** What the step is for. */
  kind: StepKind;
  /** Whether its layer came from the cache. */
  cached: boolean;
  /** Expected seconds; 0 when it came from the cache. */
  seconds: number;
  /** Why it ran; undefined for a cached step and in the first build. */
  cause?: Cause['kind'];
  /** The same in one sentence. */
  why?: string;
}

/**
 * An instruction at which the re-running started.
 *
 * @public
 */
export interface ReplayBuster {
  /** Its line in the newest Dockerfile that has it, from 1. */
  line: number;
  /** Name of its stage, or its number. */
  stage: string;
  /** Keyword, flags and arguments on one line, secrets masked, cut where long. */
  text: string;
  /** In how many commits the re-running started there. */
  commits: number;
  /** The same as a share of all builds but the first, 0..1. */
  share: number;
  /** Expected seconds of what ran again because of it, itself included. */
  secondsLost: number;
  /** What caused it most often. */
  causes: ReplayCause[];
  /** A rule that the newest commit breaks, and whose fix ends this. */
  fix?: { rule: string; title: string; howToFix: string };
}

/**
 * What made a step run.
 *
 * @public
 */
export interface ReplayCause {
  /** What it is. */
  kind: Cause['kind'];
  /** A path of the repository, a build argument, or a few words. */
  name: string;
  /** In how many commits. */
  commits: number;
}
