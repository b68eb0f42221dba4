/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { readCiEnvironment, type BuildFacts } from './readCiEnvironment';
export { readRecord } from './readRecord';
export { buildsUrlOf } from './buildsUrlOf';
export { findModuleFilesDigest } from './findModuleFilesDigest';
export { findToken } from './findToken';
export { NotSentError, sendRecord } from './sendRecord';
