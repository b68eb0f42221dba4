/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Pulls build records and logs from GitHub Actions.
 *
 * @packageDocumentation
 */
export { buildHygieneModuleGithub as default } from './module';
