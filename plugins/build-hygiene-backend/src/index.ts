/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Scans the repositories of catalog entities and takes in build records.
 *
 * @packageDocumentation
 */
export { buildHygienePlugin as default } from './plugin';
