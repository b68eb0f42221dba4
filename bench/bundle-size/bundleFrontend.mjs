/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const pluginFolder = join(root, 'plugins/build-hygiene');

// Every app of Backstage 1.55 has these: it renders with them, or its own
// packages depend on them. All else counts as the plugin's own.
const shared = [
  '@backstage/*',
  '@material-ui/*',
  '@mui/*',
  '@react-aria/*',
  '@react-stately/*',
  'react',
  'react/*',
  'react-dom',
  'react-dom/*',
  'react-router',
  'react-router-dom',
];

const own = /^@build-hygiene\//;

/**
 * The published file with all it imports, cut into chunks at each lazy import
 * as an app's bundler does. Resolves to the chunks by name, each with its
 * compressed size, what it holds and what it imports.
 */
export async function bundleFrontend(file) {
  const { build } = createRequire(join(root, 'packages/cli/package.json'))(
    'esbuild',
  );
  const { metafile, outputFiles } = await build({
    entryPoints: [file],
    absWorkingDir: root,
    outdir: join(root, 'bundle'),
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    metafile: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    external: shared,
    plugins: [publishedPackages],
    logLevel: 'error',
  });
  const chunks = new Map();
  for (const { path, contents } of outputFiles) {
    const name = relative(root, path);
    const { entryPoint, imports, inputs } = metafile.outputs[name];
    chunks.set(name, {
      bytes: gzipSync(contents, { level: 9 }).length,
      entryPoint,
      imports,
      inputs,
    });
  }
  return chunks;
}

/** Takes the packages of this repository as they are published. */
const publishedPackages = {
  name: 'published-packages',
  setup(build) {
    build.onResolve({ filter: own }, ({ path }) => {
      const folder = folderOf(path);
      const { module } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      ).publishConfig;
      return { path: join(folder, module), sideEffects: false };
    });
  },
};

function folderOf(name) {
  const folder = basename(name).replace(/^plugin-/, '');
  return join(root, name.includes('/plugin-') ? 'plugins' : 'packages', folder);
}
