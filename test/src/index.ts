/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * What tests across packages share.
 *
 * @packageDocumentation
 */
export {
  canGetModules,
  checkGoModule,
  hasGo,
  sayWithoutGo,
} from './goToolchain';
export type { GoModuleSource } from './goToolchain';
