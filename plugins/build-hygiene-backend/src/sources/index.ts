/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { asRepositoryReadError } from './asRepositoryReadError';
export { LocalRepositorySource } from './LocalRepositorySource';
export { UrlReaderRepositorySource } from './UrlReaderRepositorySource';
