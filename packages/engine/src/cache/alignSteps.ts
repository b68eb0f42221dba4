/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuiltStep } from './LayerCache';

/**
 * The steps of a build before, by the index of the same step in this build: the
 * step of the same stage that does the same, else one of another stage. An
 * instruction that was added or removed so does not make others of those behind
 * it.
 */
export function alignSteps(
  now: readonly BuiltStep[],
  before: readonly BuiltStep[],
): Map<number, BuiltStep> {
  const aligned = new Map<number, BuiltStep>();
  const left = new Set(before);
  for (const identify of [inStage, anywhere]) {
    const candidates = new Map<string, BuiltStep[]>();
    for (const step of left) {
      const found = candidates.get(identify(step)) ?? [];
      found.push(step);
      candidates.set(identify(step), found);
    }
    for (const step of now) {
      const { index } = step.modelled.step;
      const same = aligned.has(index)
        ? undefined
        : candidates.get(identify(step))?.shift();
      if (same) {
        aligned.set(index, same);
        left.delete(same);
      }
    }
  }
  return aligned;
}

function inStage({ modelled: { step, definition } }: BuiltStep): string {
  return `${step.stage.name ?? step.stage.index} ${definition}`;
}

function anywhere({ modelled: { definition } }: BuiltStep): string {
  return definition;
}
