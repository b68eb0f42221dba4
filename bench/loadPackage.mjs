/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Bundles a package's sources, as the command line does, and loads them. */
export function loadPackage(name) {
  const fromCli = createRequire(join(root, 'packages/cli/package.json'));
  const folder = mkdtempSync(join(tmpdir(), 'build-hygiene-bench-'));
  const outfile = join(folder, `${name}.cjs`);
  try {
    fromCli('esbuild').buildSync({
      entryPoints: [join(root, 'packages', name, 'src/index.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
    });
    return createRequire(outfile)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
