/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { runProgram } from './runProgram.mjs';

/** The files without those for which a peer refuses all that it was given. */
export async function withoutRefused(files, { command, refused, cwd }) {
  let left = files;
  for (;;) {
    const { stderr } = await runProgram(command(left), { cwd });
    const path = refused(stderr);
    if (!left.includes(path)) {
      return left;
    }
    left = left.filter(other => other !== path);
  }
}
