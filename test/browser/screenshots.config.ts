/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { defineConfig } from '@playwright/test';
import tests from './playwright.config';

/** The pictures of the documentation, taken of the portal that tests run. */
export default defineConfig({
  ...tests,
  projects: undefined,
  testMatch: 'screenshots.ts',
  reporter: 'list',
  use: { ...tests.use, deviceScaleFactor: 1.5 },
});
