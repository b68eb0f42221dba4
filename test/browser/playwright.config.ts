/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { defineConfig } from '@playwright/test';
import { resolve } from 'node:path';

const repositoryRoot = resolve(__dirname, '../..');
const baseURL = 'http://localhost:7117';

export default defineConfig({
  testDir: __dirname,
  outputDir: resolve(repositoryRoot, 'test-results'),
  // One portal for all tests, and two cores: one browser at a time.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI
    ? [['list']]
    : [
        ['list'],
        [
          'html',
          {
            open: 'never',
            outputFolder: resolve(repositoryRoot, 'playwright-report'),
          },
        ],
      ],
  globalSetup: require.resolve('./waitForExamples'),
  projects: [
    { name: 'light' },
    // Whatever looks different, a second time.
    { name: 'dark', grep: /@looks/, use: { colorScheme: 'dark' } },
  ],
  use: {
    baseURL,
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: [
    {
      command: 'node test/browser/moduleProxies.mjs',
      cwd: repositoryRoot,
      url: 'http://localhost:7118/golang.org/x/text/@v/list',
      reuseExistingServer: !process.env.CI,
    },
    {
      command: 'node scripts/browser-test-portal.mjs',
      cwd: repositoryRoot,
      url: `${baseURL}/.backstage/health/v1/readiness`,
      timeout: 120_000,
      reuseExistingServer: !process.env.CI,
      // The database ends after the portal.
      gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      stdout: 'ignore',
      stderr: 'pipe',
    },
  ],
});
