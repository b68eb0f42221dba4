/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildUnit } from '../../units/types';

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
 * Whether the unit builds something for development, tests or checks rather
 * than an image that goes into service: told by the names of target stage,
 * Dockerfile and its folder.
 */
export function isDevelopmentBuild({ target, dockerfile }: BuildUnit): boolean {
  const parts = dockerfile.path.split('/');
  const file = parts.pop() ?? '';
  const folder = parts.pop() ?? '';
  return [target?.name ?? '', file, folder].some(name =>
    name
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .some(word => developmentWords.has(word)),
  );
}
