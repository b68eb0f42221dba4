/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * `build-hygiene`: scans Go services and reads their build logs.
 *
 * @packageDocumentation
 */
export { run } from './run';
export type { CommandStreams } from './run';
