/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const developmentWords = new Set([
  'dev',
  'develop',
  'development',
  'devcontainer',
  'debug',
  'test',
  'tests',
  'testing',
  'unittest',
  'integration',
  'e2e',
  'lint',
  'linter',
  'ci',
  'tools',
  'gitpod',
  'sail',
  'local',
  'hot',
  'bench',
  'benchmark',
  'fuzz',
  'clusterfuzzlite',
  'docs',
  'gen',
  'generate',
  'vendor',
  'validate',
  'coverage',
]);

/**
 * Whether the name of a stage, a file or a folder says that what is built is
 * for development, tests or checks rather than for service.
 */
export function isDevelopmentName(name: string): boolean {
  return name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some(word => developmentWords.has(word));
}
