/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { buildLogLimits } from './buildLogLimits';
export * from './compare';
export {
  describeFailureClass,
  diagnoseLines,
  failureClassIds,
  fillFailureMessage,
  type FailureClassDescription,
  type FailureKind,
} from './diagnosis';
export * from './incidents';
export { isCacheable } from './isCacheable';
export * from './measures';
export { readBuildLog, readBuildLogText } from './readBuildLog';
export * from './types';
