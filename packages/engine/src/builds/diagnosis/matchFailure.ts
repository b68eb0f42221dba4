/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { VertexRole } from '../vertexName';
import { FailureClass, FailureSignature } from './failureClass';
import { failureClasses } from './failureClasses';

export interface FailureMatch {
  failureClass: FailureClass;
  line: string;
  groups: Record<string, string | undefined>;
}

export interface FailurePlace {
  role: VertexRole | 'none';
  /** Name of the failed step. */
  step?: string;
}

/** How far below an error its deeper cause is printed. */
const linesBelow = 12;

function isApplicable(
  signature: FailureSignature,
  place: FailurePlace,
): boolean {
  if (signature.roles && !signature.roles.includes(place.role)) {
    return false;
  }
  return !signature.step || signature.step.test(place.step ?? '');
}

/**
 * The first line that shows a known failure: cascades follow their cause. Likely
 * wordings count only when no line shows a certain one.
 */
export function matchFailure(
  lines: readonly string[],
  place: FailurePlace,
): FailureMatch | undefined {
  const candidates = failureClasses.flatMap(failureClass =>
    failureClass.signatures
      .filter(signature => isApplicable(signature, place))
      .map(signature => ({ failureClass, signature })),
  );
  for (const isLikely of [false, true]) {
    const chosen = candidates.filter(
      ({ signature }) => (signature.strength === 'likely') === isLikely,
    );
    for (const [index, line] of lines.entries()) {
      for (const { failureClass, signature } of chosen) {
        const match = signature.pattern.exec(line);
        if (!match) {
          continue;
        }
        const below = signature.unlessFollowedBy
          ? lines.slice(index, index + 1 + linesBelow)
          : [];
        if (below.some(text => signature.unlessFollowedBy?.test(text))) {
          continue;
        }
        return { failureClass, line, groups: match.groups ?? {} };
      }
    }
  }
  return undefined;
}
