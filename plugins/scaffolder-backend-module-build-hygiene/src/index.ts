/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Scaffolder actions that check, fix and verify the build of a service.
 *
 * @packageDocumentation
 */
export { scaffolderModuleBuildHygiene as default } from './module';
