/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { defineConfig } from '@playwright/test';
import browserTests from '../browser/playwright.config';

const { ADOPTION_PORTAL: portal, ADOPTION_PORT: port } = process.env;
if (!portal || !port) {
  throw new Error('Run these tests with "yarn test:adoption"');
}
const baseURL = `http://localhost:${port}`;

/** Against a portal that `yarn test:adoption` has made. */
export default defineConfig({
  ...browserTests,
  testDir: __dirname,
  timeout: 120_000,
  reporter: 'list',
  globalSetup: undefined,
  projects: undefined,
  use: { ...browserTests.use, baseURL },
  webServer: {
    command: 'yarn workspace backend start',
    cwd: portal,
    url: `${baseURL}/.backstage/health/v1/readiness`,
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
