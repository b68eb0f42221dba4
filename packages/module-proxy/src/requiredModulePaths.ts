/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findGoModules, Snapshot } from '@build-hygiene/engine';

/**
 * The modules that the modules of a repository require, direct ones first:
 * where a bound cuts the list, it cuts what matters least. Without those that
 * the repository has itself.
 *
 * @public
 */
export function requiredModulePaths(snapshot: Snapshot): string[] {
  const modules = findGoModules(snapshot);
  const own = new Set(modules.map(({ goMod }) => goMod.module?.modulePath));
  const required = modules
    .flatMap(({ goMod }) => goMod.require)
    .filter(({ modulePath }) => !own.has(modulePath));
  const paths = [
    ...required.filter(({ indirect }) => !indirect),
    ...required.filter(({ indirect }) => indirect),
  ].map(({ modulePath }) => modulePath);
  return [...new Set(paths)];
}
