/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { withoutRefused } from './withoutRefused.mjs';

/** The files without those for which a peer refuses the others. */
export async function readableFiles(files, { peers, scratch }) {
  let left = files;
  for (const { command, refused } of peers) {
    if (refused) {
      left = await withoutRefused(left, { command, refused, cwd: scratch });
    }
  }
  return left;
}
