/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { applyMigrations } from './applyMigrations';
export { BuildStore } from './BuildStore';
export { createStores } from './createStores';
export { ModuleSourceStore } from './ModuleSourceStore';
export { ServiceStore } from './ServiceStore';
export * from './types';
