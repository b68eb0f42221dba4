/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** What the tests of the template render it with: the scaffolder's own action. */
export function loadRenderer() {
  const sources = join(root, 'test/templates');
  // Where the packages of the repository are found from.
  const cache = join(root, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'build-hygiene-templates-'));
  const outfile = join(folder, 'renderer.cjs');
  try {
    const fromCli = createRequire(join(root, 'packages/cli/package.json'));
    fromCli('esbuild').buildSync({
      entryPoints: [join(sources, 'goServiceVariants.ts')],
      outfile,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'cjs',
      define: { __dirname: JSON.stringify(sources) },
      logLevel: 'error',
    });
    return createRequire(outfile)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
