/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoModule } from '../../gomod/types';
import { remoteRequirements } from '../../units/requiresModules';

/**
 * Whether a module of a workspace is built from the same modules without it:
 * it replaces those of the workspace by their folders, and no other module
 * there asks for another version of what it needs.
 */
export function standsAlone(
  module: GoModule,
  modules: readonly GoModule[],
): boolean {
  const others = modules.filter(
    other => other !== module && other.workspace === module.workspace,
  );
  const requirements = remoteRequirements(module.goMod);
  return others.every(({ goMod }) =>
    requirements.every(
      ({ modulePath, version }) =>
        goMod.module?.modulePath !== modulePath &&
        goMod.require.every(
          other => other.modulePath !== modulePath || other.version === version,
        ),
    ),
  );
}
