/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Extension points of the Build Hygiene backend plugin.
 *
 * @packageDocumentation
 */
export {
  buildHygieneBuildSourcesExtensionPoint,
  type BuildHygieneBuildSourcesExtensionPoint,
} from './buildHygieneBuildSourcesExtensionPoint';
export {
  buildHygieneSourcesExtensionPoint,
  type BuildHygieneSourcesExtensionPoint,
} from './buildHygieneSourcesExtensionPoint';
export { BuildPullError } from './BuildPullError';
export type {
  BuildPullEvent,
  BuildPullOptions,
  BuildRun,
  BuildSource,
  BuildSourceService,
} from './BuildSource';
export {
  scanSettingsOf,
  sourceLocationOf,
  type ScanSettings,
} from './scanSettingsOf';
export { RepositoryReadError } from './RepositoryReadError';
export type {
  RepositoryLocation,
  RepositoryReading,
  RepositoryReadOptions,
  RepositorySource,
} from './RepositorySource';
