/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { diagnoseFailure, type FailureEvidence } from './diagnoseFailure';
export {
  describeFailureClass,
  failureClassIds,
  type FailureClassDescription,
} from './describeFailureClass';
export { diagnoseLines } from './diagnoseLines';
export { fillFailureMessage } from './fillFailureMessage';
export { type FailureKind } from './failureClass';
