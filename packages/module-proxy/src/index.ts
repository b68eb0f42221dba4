/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Asks Go module proxies for retracted, deprecated and newer versions, and
 * looks at their health.
 *
 * @packageDocumentation
 */
export { ModuleProxyClient } from './ModuleProxyClient';
export type {
  LookUpOptions,
  ModuleLookUp,
  ModuleProxyClientOptions,
} from './ModuleProxyClient';
export type { CachedAnswer, SourceCache } from './SourceCache';
export type { SourceAccess } from './SourceAccess';
export { probeSource } from './probeSource';
export type { ModuleCanary, ProbeSourceOptions } from './probeSource';
export { requiredModulePaths } from './requiredModulePaths';
