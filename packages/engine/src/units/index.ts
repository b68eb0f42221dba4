/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export type { BuildUnitOptions } from './findBuildUnits';
export { findBuildUnits } from './findBuildUnits';
export * from './types';
