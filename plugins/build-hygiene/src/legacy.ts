/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Build hygiene for apps of the old frontend system.
 *
 * @packageDocumentation
 */
export {
  buildHygienePlugin,
  BuildHygienePage,
  EntityBuildHygieneCard,
  EntityBuildHygieneContent,
} from './legacyPlugin';
export {
  BuildHygieneFixesFieldExtension,
  BuildHygieneGradePicker,
  BuildHygieneSearchResultListItem,
  HomePageBuildHygieneCard,
} from './legacyWaysIn';
export { buildHygieneApiRef } from './api';
export { useRescanMenuItem } from './requests';
export { isBuildHygieneAvailable } from './isBuildHygieneAvailable';
