/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { builderProfileKinds } from './applyProfile';
export { buildCacheModel } from './buildCacheModel';
export { readBuilderProfile } from './builderProfile';
export type { ChangeKind } from './changeKindOf';
export { changeMix } from './changeMix';
export { savings } from './savings';
export type { Savings } from './savings';
export * from './types';
export { BuildReplay } from './BuildReplay';
export type { ReplayedStep, ReplayOptions } from './BuildReplay';
