/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { BuildSource } from './BuildSource';

/**
 * Takes ways to find builds where they ran.
 *
 * @public
 */
export interface BuildHygieneBuildSourcesExtensionPoint {
  /** Each has an id of its own, and a task of its own. */
  addBuildSource(...sources: BuildSource[]): void;
}

/**
 * Lets backend modules pull builds from CI systems.
 *
 * @public
 */
export const buildHygieneBuildSourcesExtensionPoint =
  createExtensionPoint<BuildHygieneBuildSourcesExtensionPoint>({
    id: 'build-hygiene.build-sources',
  });
