/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { compareDetails } from './compareDetails';
export { checkSubmission } from './checkSubmission';
export { readBuildRecords } from './readBuildRecords';
export {
  mostLogBytes,
  submitBuildLog,
  type SubmitBuildLogOptions,
} from './submitBuildLog';
export {
  createJobTokens,
  isFromRepository,
  readTokenIssuers,
  type JobIdentity,
  type JobTokens,
  type TokenIssuer,
} from './jobTokens';
