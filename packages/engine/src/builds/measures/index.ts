/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './findColdRuns';
export * from './findFirstMisses';
export * from './findMountState';
export { identifySteps, type IdentifiedStep } from './identifySteps';
export * from './measureBuild';
export * from './moduleFilesDigest';
export {
  sumModuleDownloads,
  type ModuleDownloadSeconds,
} from './sumModuleDownloads';
export * from './sumSeconds';
export * from './sumWastedSeconds';
export * from './timeWeightedRate';
