/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Reads Dockerfiles, Go modules and build logs; models BuildKit's layer cache;
 * scores and explains.
 *
 * @packageDocumentation
 */
export * from './problem';
export * from './span';
export * from './snapshot';
export * from './sources';
export * from './dockerfile';
export * from './gomod';
export * from './context';
export * from './ci';
export * from './units';
export * from './environment';
export * from './cache';
export * from './secrets';
export { type Filled, reportSentences } from './sentences';
export * from './edits';
export * from './rules';
export * from './policy';
export * from './score';
export * from './builds';
export * from './analysis';
export * from './fixes';
export * from './report';
