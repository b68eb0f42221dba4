/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoMod } from '../gomod/types';
import { BuildUnit } from './types';

/**
 * The requirements of a module that have to come from somewhere else: those
 * that no local replacement stands in for.
 */
export function remoteRequirements(goMod: GoMod): GoMod['require'] {
  return goMod.require.filter(
    ({ modulePath, version }) =>
      !goMod.replace.some(
        replace =>
          replace.local &&
          replace.oldPath === modulePath &&
          (replace.oldVersion === undefined || replace.oldVersion === version),
      ),
  );
}

/**
 * Whether the modules of a unit need any from elsewhere. Unknown counts as
 * needed: a unit without known modules may fetch some with `git clone`.
 */
export function requiresModules({ modules }: BuildUnit): boolean {
  if (modules.length === 0) {
    return true;
  }
  const own = new Set(
    modules.flatMap(({ goMod }) => goMod.module?.modulePath ?? []),
  );
  return modules.some(
    ({ goMod, workspace }) =>
      goMod.problems.length > 0 ||
      remoteRequirements(goMod).some(
        ({ modulePath }) => !(workspace && own.has(modulePath)),
      ),
  );
}
