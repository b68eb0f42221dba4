/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from '../../secrets';
import { BuildFailure } from '../types';
import { failureTarget } from './failureTarget';
import { fillFailureMessage, placesOf } from './fillFailureMessage';
import { FailureMatch } from './matchFailure';

const longestLine = 400;
const longestMessage = 600;

/** A line, or a part of it, as it may be stored and shown. */
export function excerptOf(line: string): string {
  // Mask before the cut: half a secret has no shape to know it by.
  return maskSecrets(line.slice(0, 4000)).trim().slice(0, longestLine);
}

function valuesOf({
  failureClass,
  groups,
}: FailureMatch): Record<string, string> {
  return Object.fromEntries(
    placesOf(failureClass.message).flatMap(name => {
      const value = groups[name] ?? groups[`${name}2`];
      return value === undefined ? [] : [[name, excerptOf(value)]];
    }),
  );
}

export function describeFailure(
  match: FailureMatch,
  step: string | undefined,
): BuildFailure {
  const { failureClass } = match;
  const target = failureTarget(match, step);
  const values = valuesOf(match);
  const filled = fillFailureMessage(failureClass.message, values);
  const message = maskSecrets(filled);
  return {
    ...(step === undefined ? {} : { step: maskSecrets(step) }),
    kind: failureClass.kind,
    class: failureClass.id,
    ...(target === undefined ? {} : { target }),
    line: excerptOf(match.line),
    message: message.slice(0, longestMessage),
    // What only the whole sentence shows to be a secret is in the values, too.
    ...(message === filled && { values }),
    transient: failureClass.transient,
    fix: failureClass.fix,
    rules: [...failureClass.rules],
  };
}
