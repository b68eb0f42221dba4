/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Makes the build hygiene of services searchable.
 *
 * @packageDocumentation
 */
export { searchModuleBuildHygiene as default } from './module';
