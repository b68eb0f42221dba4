/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from '../../secrets';
import { BuildFailure } from '../types';
import { failureTarget } from './failureTarget';
import { FailureMatch } from './matchFailure';

const longestLine = 400;

function fill(
  message: string,
  groups: Record<string, string | undefined>,
): string {
  const filled = message.replace(
    /\{(\w+)\|([^}]*)\}/g,
    (_, name: string, fallback: string) =>
      groups[name] ?? groups[`${name}2`] ?? fallback,
  );
  // A group that stayed empty leaves its spaces behind.
  const text = filled
    .replace(/ {2,}/g, ' ')
    .replace(/ +([.:,])(?=\s|$)/g, '$1')
    .trim();
  // Words start a sentence with a capital; file names keep their letters.
  return /^[a-z]+(?=[ ,])/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

/** The line as it may be stored and shown. */
export function excerptOf(line: string): string {
  // Mask before the cut: half a secret has no shape to know it by.
  return maskSecrets(line.slice(0, 4000)).trim().slice(0, longestLine);
}

export function describeFailure(
  match: FailureMatch,
  step: string | undefined,
): BuildFailure {
  const { failureClass } = match;
  const target = failureTarget(match, step);
  return {
    ...(step === undefined ? {} : { step: maskSecrets(step) }),
    kind: failureClass.kind,
    class: failureClass.id,
    ...(target === undefined ? {} : { target }),
    line: excerptOf(match.line),
    message: maskSecrets(fill(failureClass.message, match.groups)).slice(
      0,
      600,
    ),
    transient: failureClass.transient,
    fix: failureClass.fix,
    rules: [...failureClass.rules],
  };
}
