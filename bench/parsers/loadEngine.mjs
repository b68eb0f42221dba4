/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles the engine's sources, as the command line does, and loads them. */
export function loadEngine() {
  const fromCli = createRequire(join(root, 'packages/cli/package.json'));
  const fromEngine = createRequire(join(root, 'packages/engine/package.json'));
  const outfile = join(
    mkdtempSync(join(tmpdir(), 'build-hygiene-bench-')),
    'engine.cjs',
  );
  fromCli('esbuild').buildSync({
    entryPoints: [join(root, 'packages/engine/src/index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return {
    engine: createRequire(outfile)(outfile),
    dockerfileAst: fromEngine('dockerfile-ast'),
  };
}
