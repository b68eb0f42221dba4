/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { contextName } from './contextName';
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
  | {
      /** A named build context, which wins over stages and images. */
      type: 'context';
      /** As the builder looks it up. */
      name: string;
      /** The image that it is, if it is one. */
      image?: string;
      /**
       * Whether it has the stage's own name: then it is put in the place of the
       * whole stage, whose instructions are not carried out.
       */
      replacesStage: boolean;
    }
  /** BuildKit rejects the name. */
  | { type: 'invalid'; reason: string; unknown: string[] };

/**
 * Resolves the base of a stage: global ARG defaults, build arguments and
 * predefined platform arguments are expanded; then an earlier stage of that
 * name wins over a named context, and this over an image. A named context with
 * the name of the stage itself wins over all.
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
  const own =
    stage.name === undefined ? undefined : findContext(stage.name, scope);
  if (own) {
    return { type: 'context', ...own, replacesStage: true };
  }
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
  // What a base without value is called is not known.
  const context =
    unknown.length === 0 ? findContext(expanded.value, scope) : undefined;
  return context
    ? { type: 'context', ...context, replacesStage: false }
    : { type: 'image', image: expanded.value, unknown };
}

/** The named context that a text calls, if there is one. */
export function findContext(
  text: string,
  { contexts }: Pick<GlobalScope, 'contexts'>,
): { name: string; image?: string } | undefined {
  if (contexts.size === 0) {
    return undefined;
  }
  const found = contexts.get(contextName(text) ?? '');
  return (
    found && {
      name: found.name,
      ...(found.image !== undefined && { image: found.image }),
    }
  );
}
