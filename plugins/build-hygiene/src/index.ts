/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Build hygiene on service pages and in an organisation-wide report.
 *
 * @packageDocumentation
 */
export { default } from './plugin';
export { buildHygieneApiRef } from './api';
export { isBuildHygieneAvailable } from './isBuildHygieneAvailable';
export { buildHygieneTranslationRef } from './translation';
