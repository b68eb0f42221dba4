/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export * from './types';
export { judgeSource } from './judgeSource';
export type { PlanFailoverOptions } from './planFailover';
export { planFailover } from './planFailover';
export { simulateProxyList } from './simulateProxyList';
export { sourceName } from './sourceName';
