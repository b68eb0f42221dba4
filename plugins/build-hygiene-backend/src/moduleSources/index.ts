/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { createModuleLookUp } from './createModuleLookUp';
export type { ModuleLookUp } from './createModuleLookUp';
export { ModuleSourceMonitor } from './ModuleSourceMonitor';
export { readModuleSourcesConfig } from './readModuleSourcesConfig';
export type { ModuleSourcesConfig } from './readModuleSourcesConfig';
