/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { MatrixStep } from '@build-hygiene/engine';
import { oneLine, shortText } from './matrixModel';
import { MatrixView } from './matrixView';

/** The matrix before a change, seen from the steps after it. */
export interface EarlierMatrix {
  view: MatrixView;
  /** For the index of a step, that of the same step before; new ones have none. */
  steps: ReadonlyMap<number, number>;
}

/** What a step may be known again by, the surest first. */
const IDENTITIES: readonly ((step: MatrixStep) => string | undefined)[] = [
  ({ stage, text }) => `${stage} ${shortText(text)}`,
  ({ text }) => shortText(text),
  // A command with other flags, an image with another tag.
  ({ stage, kind }) => (kind === 'other' ? undefined : `${stage} ${kind}`),
  ({ kind }) =>
    kind === 'other' || kind === 'copy' ? undefined : String(kind),
];

/** Finds for each step after a change the one that it was. */
export function matchMatrixSteps(
  before: readonly MatrixStep[],
  after: readonly MatrixStep[],
): Map<number, number> {
  const matched = new Map<number, number>();
  let left = [...before];
  for (const identify of IDENTITIES) {
    for (const step of after) {
      const identity = identify(step);
      const found =
        identity !== undefined && !matched.has(step.index)
          ? left.find(other => identify(other) === identity)
          : undefined;
      if (found) {
        matched.set(step.index, found.index);
        left = left.filter(other => other !== found);
      }
    }
  }
  return matched;
}

/**
 * The matrix after a change with what it was before. What builds took is known
 * only of the Dockerfile before, and holds for the steps that stay as they are.
 */
export function compareViews(
  before: MatrixView,
  after: MatrixView,
): { view: MatrixView; earlier: EarlierMatrix } {
  const steps = matchMatrixSteps(before.steps, after.steps);
  const known = new Map(before.steps.map(step => [step.index, step]));
  const timed = after.steps.map(step => {
    const was = known.get(steps.get(step.index) ?? -1);
    return was?.measuredSeconds !== undefined &&
      oneLine(was.text) === oneLine(step.text)
      ? { ...step, measuredSeconds: was.measuredSeconds }
      : step;
  });
  return {
    view: { ...after, steps: timed },
    earlier: { view: before, steps },
  };
}
