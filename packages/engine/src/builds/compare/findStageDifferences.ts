/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FirstMiss, findFirstMisses, IdentifiedStep } from '../measures';
import { hasRun } from '../measures/hasRun';
import { stepText } from '../measures/identifySteps';
import { BuildRecord } from '../types';
import { groupStages, StageChain } from './groupStages';
import { ComparedSide, StageDifference } from './types';

type Compared = Pick<BuildRecord, 'steps' | 'outcome'>;

/** Where the builds part in each stage. */
export function findStageDifferences(
  before: Compared,
  after: Compared,
): StageDifference[] {
  const earlier = groupStages(before.steps);
  const later = groupStages(after.steps);
  const misses = { before: missesOf(before), after: missesOf(after) };
  const differences: StageDifference[] = [];
  for (const [key, chain] of later) {
    const other = earlier.get(key);
    const difference =
      other &&
      (compareBases(other, chain) ??
        compareChains(other, chain, {
          before: before.outcome === 'success',
          after: after.outcome === 'success',
        }));
    if (difference) {
      const { stage, platform } = chain;
      const { step, ...rest } = difference;
      const miss =
        rest.side && step !== undefined && misses[rest.side].get(step)?.reason;
      differences.push({
        ...(stage !== undefined && { stage }),
        ...(platform !== undefined && { platform }),
        ...rest,
        ...(rest.reason === 'ran' && miss && { miss }),
      });
    }
  }
  // Logs do not name the stages that a failed build did not come to.
  if (before.outcome === 'success') {
    differences.push(...onlyIn('after', later, earlier));
  }
  if (after.outcome === 'success') {
    differences.push(...onlyIn('before', earlier, later));
  }
  return differences;
}

function onlyIn(
  side: ComparedSide,
  here: ReadonlyMap<string, StageChain>,
  there: ReadonlyMap<string, StageChain>,
): StageDifference[] {
  return [...here]
    .filter(([key]) => !there.has(key))
    .map(([, { stage, platform }]) => ({
      ...(stage !== undefined && { stage }),
      ...(platform !== undefined && { platform }),
      reason: 'only',
      side,
    }));
}

interface Found
  extends Pick<StageDifference, 'reason' | 'side' | 'before' | 'after'> {
  /** Id of the step on `side`. */
  step?: string;
}

/** Of failed builds, CACHED may mean skipped. */
function missesOf({
  steps,
  outcome,
}: Compared): ReadonlyMap<string, FirstMiss> {
  return new Map(
    outcome === 'success'
      ? findFirstMisses(steps).map(miss => [miss.step, miss] as const)
      : [],
  );
}

function compareBases(
  { base: before }: StageChain,
  { base: after }: StageChain,
): Found | undefined {
  if (!before || !after) {
    return undefined;
  }
  if (before.image !== after.image) {
    return { reason: 'base', before: before.image, after: after.image };
  }
  const isOther =
    before.digest !== undefined &&
    after.digest !== undefined &&
    before.digest !== after.digest;
  return isOther
    ? { reason: 'base-digest', before: before.digest, after: after.digest }
    : undefined;
}

function compareChains(
  before: StageChain,
  after: StageChain,
  isWhole: Readonly<Record<ComparedSide, boolean>>,
): Found | undefined {
  const length = Math.max(before.steps.length, after.steps.length);
  for (let place = 0; place < length; place++) {
    const one = before.steps[place];
    const other = after.steps[place];
    if (one?.identity === other?.identity) {
      const found = compareStates(one, other);
      if (found) {
        return found;
      }
      continue;
    }
    if ((!one && !isWhole.before) || (!other && !isWhole.after)) {
      // Logs do not name what a failed build did not come to.
      return undefined;
    }
    return {
      reason: 'instruction',
      ...(one && { before: stepText(one.step) }),
      ...(other && { after: stepText(other.step) }),
    };
  }
  return undefined;
}

function compareStates(
  { step: before }: IdentifiedStep,
  { step: after }: IdentifiedStep,
): Found | undefined {
  const texts = { before: stepText(before), after: stepText(after) };
  const hasFailed = (state: string) => state === 'failed';
  if (hasFailed(before.state) !== hasFailed(after.state)) {
    const [side, step]: [ComparedSide, string] = hasFailed(before.state)
      ? ['before', before.id]
      : ['after', after.id];
    return { reason: 'failed', side, step, ...texts };
  }
  if (hasRun(before) && after.state === 'cached') {
    return { reason: 'ran', side: 'before', step: before.id, ...texts };
  }
  if (hasRun(after) && before.state === 'cached') {
    return { reason: 'ran', side: 'after', step: after.id, ...texts };
  }
  return undefined;
}
