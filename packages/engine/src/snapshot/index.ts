/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './classifyContent';

export * from './createSnapshot';
export * from './isBuildRelevant';
export * from './isExcludedPath';
export { planReading } from './planReading';
export type { ReadingPlan } from './planReading';
export * from './snapshotLimits';
export * from './types';
export { isDockerfilePath } from './buildFileKind';
