/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { diagnoseFailure, type FailureEvidence } from './diagnoseFailure';
export {
  describeFailureClass,
  type FailureClassDescription,
} from './describeFailureClass';
export { diagnoseLines } from './diagnoseLines';
export { type FailureKind } from './failureClass';
