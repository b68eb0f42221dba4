/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { spawnSync } from 'node:child_process';

/** Why the engine cannot be brought up here; undefined if it can. */
export function findObstacle() {
  if (process.platform !== 'linux' || process.getuid() !== 0) {
    return 'that takes root on Linux';
  }
  const missing = ['apt-get', 'debootstrap', 'dpkg', 'git', 'openssl'].filter(
    tool => spawnSync(tool, ['--version']).error,
  );
  return missing.length > 0 ? `${missing.join(', ')} is missing` : undefined;
}
