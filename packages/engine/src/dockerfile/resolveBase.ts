/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expandVariables } from './expandVariables';
import {
  BuildParameters,
  collectUnknown,
  GlobalScope,
  readGlobalScope,
} from './globalScope';
import { Dockerfile, Stage } from './types';

/**
 * What a stage builds on.
 *
 * @public
 */
export type ResolvedBase =
  | { type: 'stage'; stage: Stage }
  | { type: 'scratch' }
  | {
      type: 'image';
      /** After expansion; variables without value are empty in it. */
      image: string;
      /** ARGs that have no value; the image is not certain when there are any. */
      unknown: string[];
    }
  /** BuildKit rejects the name. */
  | { type: 'invalid'; reason: string; unknown: string[] };

/**
 * Resolves the base of a stage: global ARG defaults, build arguments and
 * predefined platform arguments are expanded; then an earlier stage of that
 * name wins over an image.
 *
 * @public
 */
export function resolveBase(
  dockerfile: Dockerfile,
  stage: Stage,
  parameters: BuildParameters = {},
): ResolvedBase {
  const earlier = new Map<string, Stage>();
  for (const candidate of dockerfile.stages.slice(0, stage.index)) {
    if (candidate.name !== undefined) {
      earlier.set(candidate.name, candidate);
    }
  }
  return resolveBaseIn({
    stage,
    earlier,
    scope: readGlobalScope(dockerfile, parameters),
    escape: dockerfile.escape,
  });
}

/** {@link resolveBase} when the scope is already known. */
export function resolveBaseIn({
  stage,
  earlier,
  scope,
  escape,
}: {
  stage: Stage;
  /** Named stages before this one; the last one of a name. */
  earlier: ReadonlyMap<string, Stage>;
  scope: GlobalScope;
  escape: Dockerfile['escape'];
}): ResolvedBase {
  const expanded = expandVariables(stage.base, {
    variables: scope.variables,
    escape,
  });
  const unknown = collectUnknown(expanded, scope.unknown);
  if (expanded.error !== undefined) {
    return { type: 'invalid', reason: expanded.error, unknown };
  }
  if (expanded.value === '') {
    const reason = `base name (${stage.base}) should not be blank`;
    return { type: 'invalid', reason, unknown };
  }
  // BuildKit compares the base with the lower-cased names, case and all.
  const base = earlier.get(expanded.value);
  if (base) {
    return { type: 'stage', stage: base };
  }
  if (expanded.value === 'scratch') {
    return { type: 'scratch' };
  }
  return { type: 'image', image: expanded.value, unknown };
}
