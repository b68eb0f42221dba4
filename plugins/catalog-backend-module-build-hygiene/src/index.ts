/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Labels catalog entities with the grade of their build hygiene.
 *
 * @packageDocumentation
 */
export { catalogModuleBuildHygiene as default } from './module';
