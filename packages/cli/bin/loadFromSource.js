/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

'use strict';

const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/** What the bundle is made of, seen from the package's folder. */
const SOURCES = ['src', '../engine/src', '../local-snapshot/src'];

/**
 * In the repository the command runs from its TypeScript sources: they are
 * bundled on the first run, and again when one of them changed, so that it
 * needs no build by hand. The published package has no sources.
 */
function loadFromSource(root) {
  const entry = path.join(root, 'src', 'index.ts');
  if (!fs.existsSync(entry)) {
    return undefined;
  }
  const name = `${fingerprint(root)}.cjs`;
  for (const folder of cacheFolders(root)) {
    const file = path.join(folder, name);
    if (fs.existsSync(file) || bundle(entry, file)) {
      return require(file);
    }
  }
  throw new Error('no folder is writable for the bundled command');
}

/** The repository's own cache, else one in the temporary folder. */
function cacheFolders(root) {
  return [
    path.resolve(root, '../../node_modules/.cache/build-hygiene'),
    path.join(os.tmpdir(), `build-hygiene-${os.userInfo().uid}`),
  ];
}

/** A hash over names, sizes and times of all sources. */
function fingerprint(root) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of SOURCES) {
    const folder = path.resolve(root, source);
    for (const file of fs.readdirSync(folder, { recursive: true }).sort()) {
      if (file.endsWith('.ts')) {
        const { size, mtimeMs } = fs.statSync(path.join(folder, file));
        hash.update(`${source}/${file} ${size} ${mtimeMs}\n`);
      }
    }
  }
  return hash.digest('hex').slice(0, 32);
}

/** Bundles to a file of its own first, since several commands may start at once. */
function bundle(entry, file) {
  const temporary = `${file}.${process.pid}`;
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    fs.accessSync(path.dirname(file), fs.constants.W_OK);
  } catch {
    return false;
  }
  require('esbuild').buildSync({
    entryPoints: [entry],
    outfile: temporary,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  fs.renameSync(temporary, file);
  return true;
}

module.exports = { loadFromSource };
