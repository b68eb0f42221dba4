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

/** Bundles a package's sources into a folder, as the command line does. */
export function bundlePackage(name, folder, entry = 'src/index.ts') {
  const fromCli = createRequire(join(root, 'packages/cli/package.json'));
  const outfile = join(folder, `${name}.cjs`);
  fromCli('esbuild').buildSync({
    entryPoints: [join(root, 'packages', name, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return outfile;
}

/** Bundles a package's sources, or those of one file, and loads them. */
export function loadPackage(name, entry) {
  const folder = mkdtempSync(join(tmpdir(), 'build-hygiene-bench-'));
  try {
    const outfile = bundlePackage(name, folder, entry);
    return createRequire(outfile)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
