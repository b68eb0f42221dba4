/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { runProgram } from '../runProgram.mjs';

/**
 * Installs a package into a folder of its own, so that the project does not
 * depend on it. Says whether that worked; without network it does not.
 */
export async function installPackage(specifier, folder) {
  const { status } = await runProgram(
    [
      'npm',
      'install',
      ...['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund'],
      specifier,
    ],
    { cwd: folder },
  );
  return status === 0;
}
