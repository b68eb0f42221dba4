/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Gives Tech Insights the build hygiene of services as facts.
 *
 * @packageDocumentation
 */
export { techInsightsModuleBuildHygiene as default } from './module';
