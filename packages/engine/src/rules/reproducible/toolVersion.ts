/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { GoModule } from '../../gomod/types';
import { replacementOf } from '../evidence/replacementOf';
import { moduleOfTool } from '../facts/goTools';

/**
 * The version of a command's module that go.mod has. Undefined where none of
 * the modules tells, or two tell different ones.
 */
export function toolVersion(
  packagePath: string,
  modules: readonly GoModule[],
): string | undefined {
  const versions = new Set(
    modules.flatMap(module => versionIn(packagePath, module) ?? []),
  );
  return versions.size === 1 ? [...versions][0] : undefined;
}

/**
 * Which module a package is of shows in a `tool` line, for which go.mod has all
 * modules that come in question; in a package that is the module's own folder;
 * or is known of the tool.
 */
function versionIn(
  packagePath: string,
  { goMod }: GoModule,
): string | undefined {
  const isTool = goMod.tool.some(({ value }) => value === packagePath);
  const [nearest] = goMod.require
    .filter(({ modulePath }) => `${packagePath}/`.startsWith(`${modulePath}/`))
    .sort((left, right) => right.modulePath.length - left.modulePath.length);
  const isItsModule =
    nearest !== undefined &&
    (isTool ||
      nearest.modulePath === packagePath ||
      nearest.modulePath === moduleOfTool(packagePath));
  return isItsModule && !replacementOf(goMod, nearest)
    ? nearest.version
    : undefined;
}
