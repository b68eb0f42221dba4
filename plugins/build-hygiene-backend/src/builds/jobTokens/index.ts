/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { createJobTokens, type JobTokens } from './createJobTokens';
export type { JobIdentity } from './readJobClaims';
export { isFromRepository } from './isFromRepository';
export { readTokenIssuers, type TokenIssuer } from './readTokenIssuers';
