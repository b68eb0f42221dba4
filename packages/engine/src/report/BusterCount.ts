/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ReplayedStep } from '../cache/BuildReplay';
import { Instruction, Stage } from '../dockerfile/types';
import { maskSecrets } from '../secrets';
import { instructionText } from './instructionText';
import { roundSeconds } from './priceReplay';
import { withoutFolders } from './withoutFolders';
import { ReplayBuster, ReplayCause } from './replayTypes';

/** Paths of one commit that are counted, and causes that are reported. */
const COUNTED_PATHS = 1000;
const REPORTED_CAUSES = 5;

interface Count {
  stage: string;
  line: number;
  text: string;
  commits: number;
  secondsLost: number;
  causes: Map<string, ReplayCause>;
}

/** Counts at which instructions the re-running started, and by what. */
export class BusterCount {
  readonly #counts = new Map<string, Count>();

  /**
   * Counts what one commit started.
   *
   * @param seconds - what each of the steps cost, in order
   */
  add(steps: readonly ReplayedStep[], seconds: readonly number[]): void {
    const counted = new Set<Count>();
    /** Where it all started, by the index of a step that ran, and by stage. */
    const origins = new Map<number | Stage, Count>();
    for (const [
      position,
      { step, sameAs, startsAt, cause },
    ] of steps.entries()) {
      const origin =
        startsAt && cause
          ? this.#countOf(step.stage, startsAt)
          : origins.get(originOf(cause) ?? sameAs ?? step.stage);
      if (origin && (cause || sameAs !== undefined)) {
        origins.set(step.index, origin);
        origins.set(step.stage, origins.get(step.stage) ?? origin);
        origin.secondsLost += seconds[position];
      }
      if (origin && startsAt && cause) {
        if (!counted.has(origin)) {
          counted.add(origin);
          origin.commits++;
          for (const [kind, name] of namesOf(cause, {
            isOwn: startsAt === step.instruction,
          })) {
            const key = `${kind} ${name}`;
            const known = origin.causes.get(key);
            origin.causes.set(key, {
              kind,
              name,
              commits: (known?.commits ?? 0) + 1,
            });
          }
        }
      }
    }
  }

  /** The most frequent first. */
  report({ rebuilds }: { rebuilds: number }): Omit<ReplayBuster, 'fix'>[] {
    return [...this.#counts.values()]
      .sort((left, right) => right.commits - left.commits)
      .map(({ causes, ...count }) => ({
        ...count,
        share: count.commits / rebuilds,
        secondsLost: roundSeconds(count.secondsLost),
        causes: [...causes.values()]
          .sort((left, right) => right.commits - left.commits)
          .slice(0, REPORTED_CAUSES)
          .map(cause => ({ ...cause, name: maskSecrets(cause.name) })),
      }));
  }

  #countOf(stage: Stage, instruction: Instruction): Count {
    const name = stage.name ?? String(stage.index);
    const text = instructionText(instruction);
    const key = `${name} ${text}`;
    const count = this.#counts.get(key) ?? {
      stage: name,
      line: instruction.line,
      text,
      commits: 0,
      secondsLost: 0,
      causes: new Map(),
    };
    count.line = instruction.line;
    this.#counts.set(key, count);
    return count;
  }
}

/** The step because of which another one ran. */
function originOf(cause: ReplayedStep['cause']): number | undefined {
  return cause?.kind === 'earlier-step' || cause?.kind === 'copied-from'
    ? cause.step
    : undefined;
}

function namesOf(
  cause: NonNullable<ReplayedStep['cause']>,
  { isOwn }: { isOwn: boolean },
): [kind: ReplayCause['kind'], name: string][] {
  switch (cause.kind) {
    case 'files':
      return withoutFolders(cause.paths)
        .slice(0, COUNTED_PATHS)
        .map(path => ['files', path] as const);
    case 'argument':
      return [['argument', cause.name]];
    case 'instruction':
      return [['instruction', 'its own text or settings']];
    case 'external':
      return [['external', cause.what]];
    case 'earlier-step':
      return isOwn
        ? [['earlier-step', 'layers that never stood below it']]
        : [['instruction', 'another base image']];
    case 'copied-from':
      return [['copied-from', 'another stage']];
    default:
      cause satisfies never;
      return [];
  }
}
