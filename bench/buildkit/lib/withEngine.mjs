/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ensureEngine } from './engine.mjs';
import { findObstacle } from './findObstacle.mjs';

/** Does the work with the engine up; says in one line why it cannot be. */
export async function withEngine(work) {
  const obstacle = findObstacle();
  if (obstacle) {
    console.log(`skipped: no BuildKit can run here, ${obstacle}`);
    return;
  }
  await ensureEngine();
  await work();
}
