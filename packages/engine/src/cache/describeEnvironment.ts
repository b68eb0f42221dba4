/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Mount } from '../dockerfile/types';
import { pathBelow } from '../units/imagePath';
import { StageScope } from '../units/StageScope';
import { StepEnvironment } from './types';

/** What a step sees where it stands. */
export function describeEnvironment(
  scope: StageScope,
  {
    mounts,
    assignments,
  }: {
    mounts: readonly Mount[];
    /** Those that the step's own commands make. */
    assignments: Readonly<Record<string, string>>;
  },
): StepEnvironment {
  const variables = Object.fromEntries(scope.variables);
  const settings = { ...variables, ...assignments };
  const home = settings.HOME ?? homeOf(scope.user);
  const goPath = settings.GOPATH?.split(':')[0] || `${home}/go`;
  const goModCache = settings.GOMODCACHE || `${goPath}/pkg/mod`;
  const goCache =
    settings.GOCACHE ||
    `${settings.XDG_CACHE_HOME || `${home}/.cache`}/go-build`;
  const findMount = (folder: string): Mount | undefined =>
    mounts.find(
      ({ type, target }) =>
        type === 'cache' &&
        holds(scope.resolve(scope.expand(target ?? '').value), folder),
    );
  return {
    variables,
    unknownArguments: scope.unset,
    user: scope.user,
    workdir: scope.workdir,
    goModCache,
    goCache,
    moduleCacheMount: findMount(goModCache),
    buildCacheMount: findMount(goCache),
  };
}

/**
 * Whether a mounted folder holds what Go keeps in another: the folder itself,
 * one above it, or the download cache inside the module cache.
 */
function holds(mounted: string, folder: string): boolean {
  return (
    pathBelow(mounted, folder) !== undefined ||
    mounted === `${folder}/cache` ||
    mounted === `${folder}/cache/download`
  );
}

function homeOf(user: string): string {
  return user === 'root' || user === '0' || user === ''
    ? '/root'
    : `/home/${user}`;
}
