/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReplayedStep } from '../cache/BuildReplay';
import { ChangeKind } from '../cache/changeKindOf';
import { Cause } from '../cache/types';
import { maskSecrets } from '../secrets';
import { Snapshot } from '../snapshot/types';
import { BuildUnit } from '../units/types';
import { instructionText } from './instructionText';
import { roundSeconds } from './priceReplay';
import { withoutFolders } from './withoutFolders';
import { ReplayBuild, ReplayBuildStep, ReplayUnit } from './replayTypes';

/** Paths that a sentence names before it says how many more there are. */
const NAMED_PATHS = 3;
const MAXIMUM_SUBJECT = 200;

/**
 * A commit of the history that is replayed.
 *
 * @public
 */
export interface ReplayedCommit {
  /** The commit's id. */
  id: string;
  /** When it was committed, ISO 8601 in UTC. */
  committedAt: string;
  /** The first line of its message. */
  subject: string;
  /** The paths that it changed against its first parent. */
  changedPaths: readonly string[];
  /** The folder of the repository that was read; `''` is all of it. */
  folder?: string;
  /** The files at that commit. */
  snapshot: Snapshot;
}

/** The build of one commit, as it is reported. */
export function describeBuild(
  steps: readonly ReplayedStep[],
  {
    commit,
    unit,
    kind,
    seconds,
  }: {
    commit: ReplayedCommit;
    unit: BuildUnit;
    kind: ChangeKind;
    /** Of each step, in order. */
    seconds: readonly number[];
  },
): ReplayBuild {
  const described = describeSteps(steps, { unit, seconds });
  const cached = described.filter(step => step.cached).length;
  const subject = maskSecrets(commit.subject);
  return {
    commit: commit.id,
    committedAt: commit.committedAt,
    subject:
      subject.length > MAXIMUM_SUBJECT
        ? `${subject.slice(0, MAXIMUM_SUBJECT)}…`
        : subject,
    changedPaths: commit.changedPaths.length,
    kind,
    steps: described,
    cacheable: described.length,
    cached,
    hitRate: described.length === 0 ? null : cached / described.length,
    seconds: roundSeconds(seconds.reduce((sum, one) => sum + one, 0)),
  };
}

function describeSteps(
  steps: readonly ReplayedStep[],
  { unit, seconds }: { unit: BuildUnit; seconds: readonly number[] },
): ReplayBuildStep[] {
  const places = placesOf(steps, unit);
  const ran = new Set(
    steps.flatMap(({ step, cached }) => (cached ? [] : [step.index])),
  );
  return steps.map(({ step, cached, sameAs, cause }, position) => ({
    stage: step.stage.name ?? String(step.stage.index),
    line: step.instruction.line,
    text: instructionText(step.instruction),
    kind: step.kind,
    // The builder runs it once, under either name.
    cached: sameAs === undefined ? cached : !ran.has(sameAs),
    seconds: roundSeconds(seconds[position]),
    ...(cause && {
      cause: cause.kind,
      why: maskSecrets(describeCause(cause, places)),
    }),
  }));
}

/** How a sentence calls the steps, by their index. */
function placesOf(
  steps: readonly ReplayedStep[],
  unit: BuildUnit,
): Map<number, string> {
  const places = new Map<number, string>();
  for (const { step } of steps) {
    const { keyword, line } = step.instruction;
    places.set(step.index, `${keyword} in line ${line}`);
  }
  // FROM takes an index, too, and is no step of a build.
  for (const { from } of unit.reachable) {
    const following = steps.find(
      ({ step }) => step.instruction.line > from.line,
    );
    if (following && !places.has(following.step.index - 1)) {
      places.set(following.step.index - 1, `FROM in line ${from.line}`);
    }
  }
  return places;
}

function describeCause(
  cause: Cause,
  places: ReadonlyMap<number, string>,
): string {
  const place = (index: number) => places.get(index) ?? `step ${index}`;
  switch (cause.kind) {
    case 'files':
      return `Ran because of ${listPaths(
        withoutFolders(cause.paths),
      )} in the build context.`;
    case 'earlier-step':
      return place(cause.step).startsWith('FROM')
        ? `Ran because ${place(cause.step)} names another image.`
        : `Ran because ${place(cause.step)} before it left another layer.`;
    case 'copied-from':
      return `Ran because what it copies from ${place(
        cause.step,
      )} may be different.`;
    case 'argument':
      return `Ran because the build argument ${cause.name} has another value.`;
    case 'instruction':
      return 'Ran because its own text or settings changed.';
    case 'external':
      return `Ran because ${cause.what}.`;
    default:
      cause satisfies never;
      return 'Ran.';
  }
}

function listPaths(paths: readonly string[]): string {
  const named = paths.slice(0, NAMED_PATHS).join(', ');
  const more = paths.length - NAMED_PATHS;
  return more > 0 ? `${named} and ${more} more` : named;
}

/** Counts the builds in which the costly kinds of work were done again. */
export class RerunCount {
  readonly #counts: ReplayUnit['reruns'] = {
    'module-download': 0,
    'package-install': 0,
    compile: 0,
  };

  /** Counts one build. */
  add(steps: readonly ReplayedStep[]): void {
    const effects = steps.flatMap(({ step, cached }) =>
      cached ? [] : [step.effects],
    );
    const counts = this.#counts;
    counts['module-download'] += Number(
      effects.some(({ downloadsModules }) => downloadsModules),
    );
    counts['package-install'] += Number(
      effects.some(({ installsPackages }) => installsPackages),
    );
    counts.compile += Number(effects.some(({ compiles }) => compiles));
  }

  report(): ReplayUnit['reruns'] {
    return { ...this.#counts };
  }
}
