/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageBuild, RemoteCache } from '../ci/types';
import { BuildUnit } from '../units/types';
import { BuilderProfile } from './types';

/**
 * Which builder a unit's images are built on: what its pipelines say, or else,
 * as on a developer's machine, one that keeps its cache. Where several
 * pipelines build it, the one whose cache keeps most.
 *
 * @public
 */
export function readBuilderProfile(
  unit: BuildUnit,
  builds: readonly ImageBuild[],
): BuilderProfile {
  const own = buildsOfUnit(unit, builds).filter(
    ({ source }) => source === 'pipeline',
  );
  // Builds of releases are few; those of changes are what the cache is for.
  const frequent = own.filter(({ onChange }) => onChange);
  const profiles = (frequent.length > 0 ? frequent : own).map(profileOf);
  for (const kind of ['warm', 'remote-max', 'remote-min', 'ephemeral']) {
    const found = profiles.find(profile => profile?.kind === kind);
    if (found) {
      return found;
    }
  }
  return {
    kind: 'warm',
    reason:
      'Assumed: no pipeline of the repository says which builder builds this image.',
    basis: { known: 'assumed' },
  };
}

/** The builds of a unit's Dockerfile. */
export function buildsOfUnit(
  { dockerfile }: BuildUnit,
  builds: readonly ImageBuild[],
): ImageBuild[] {
  return builds.filter(build => build.dockerfile === dockerfile.path);
}

/**
 * The builder that one pipeline builds on; undefined when the pipeline does not
 * say.
 */
export function profileOf(build: ImageBuild): BuilderProfile | undefined {
  const { path, line, runner, remoteBuilder, startsEmpty } = build;
  const at = { path, line };
  if (remoteBuilder) {
    const reason =
      'The builder is a machine of its own, which keeps its cache.';
    return { kind: 'warm', reason, basis: { known: 'remote-builder' }, ...at };
  }
  if (runner === 'self-hosted' && !startsEmpty) {
    const reason =
      'The job runs on a self-hosted runner, whose builder is taken to keep its cache.';
    const basis = { known: 'self-hosted-runner' } as const;
    return { kind: 'warm', reason, basis, ...at };
  }
  if (runner !== 'hosted' && !startsEmpty) {
    return undefined;
  }
  const where = startsEmpty
    ? 'The builder is set up for each job'
    : 'Each job gets a new machine';
  const perJob = startsEmpty ? 'builder' : 'machine';
  if (build.cacheMountsKept && build.cacheFrom.length > 0) {
    const reason = `${where}, but layers and cache mounts are carried over.`;
    const basis = { known: 'mounts-carried-over', perJob } as const;
    return { kind: 'warm', reason, basis, ...at };
  }
  if (build.cacheFrom.length === 0) {
    const reason = `${where}, and no cache is imported.`;
    const basis = { known: 'no-cache-imported', perJob } as const;
    return build.partial
      ? undefined
      : { kind: 'ephemeral', reason, basis, ...at };
  }
  const small = build.cacheTo.filter(isMinimal);
  if (small.length > 0 && small.length === build.cacheTo.length) {
    const [{ type, mode }] = small;
    const what =
      type === 'inline' ? '`type=inline`' : `\`mode=${mode ?? 'min'}\``;
    const reason = `${where}, and the cache is exported with ${what}: the layers of the final stage alone.`;
    const basis = { known: 'final-stage-exported', perJob } as const;
    return { kind: 'remote-min', reason, basis, ...at };
  }
  const isExported = build.cacheTo.some(isMaximal);
  const reason = isExported
    ? `${where}, and the cache is exported with \`mode=max\`: the layers of all stages.`
    : `${where}, and a cache is imported; it is taken to hold the layers of all stages.`;
  const known = isExported ? 'all-stages-exported' : 'cache-imported';
  return { kind: 'remote-max', reason, basis: { known, perJob }, ...at };
}

/**
 * Whether a cache holds the final stage alone: `min` is the default.
 * https://docs.docker.com/build/cache/backends/#cache-mode
 */
export function isMinimal({ type, mode, certain }: RemoteCache): boolean {
  if (type === 'inline') {
    return true;
  }
  return mode === undefined ? certain && type !== undefined : mode === 'min';
}

function isMaximal({ type, mode }: RemoteCache): boolean {
  return type !== 'inline' && mode === 'max';
}
