/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './types';
export {
  compareGoVersions,
  goLanguageVersion,
  isGoVersion,
} from './compareGoVersions';
export { escapeModulePath, escapeModuleVersion } from './escapeModulePath';
export { findGoModules, readWorkspaces } from './findGoModules';
export { matchesPrefixPatterns } from './matchesPrefixPatterns';
export { checkPathMajor, isDirectoryPath, pathMajorSuffix } from './modulePath';
export type { ModuleFacts, RetractedRange } from './moduleFacts';
export {
  goodVersionNear,
  latestVersion,
  listedVersions,
  newerVersion,
  readModuleFacts,
  retractionOf,
} from './moduleFacts';
export {
  canonicalModuleVersion,
  compareModuleVersions,
  isModuleVersion,
  majorVersion,
} from './moduleVersion';
export { parseGoMod } from './parseGoMod';
export { parseGoSum } from './parseGoSum';
export { parseGoWork } from './parseGoWork';
export type { ProxyEntry, ProxyList } from './parseProxyList';
export { parseProxyList } from './parseProxyList';
export type { PseudoVersion } from './parsePseudoVersion';
export { parsePseudoVersion } from './parsePseudoVersion';
export { parseVendorModules } from './parseVendorModules';
