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
const SOURCES = [
  'src',
  '../engine/src',
  '../local-snapshot/src',
  '../module-proxy/src',
];
const SINGLE_FILES = ['package.json', '../../yarn.lock'];

/** Bundles of earlier sources that are kept, for branches in turn. */
const KEPT_BUNDLES = 4;

/**
 * In the repository the command runs from its TypeScript sources: they are
 * bundled on the first run, and again when one of them changed, so that it
 * needs no build by hand.
 */
function loadFromSource(root) {
  const entry = path.join(root, 'src', 'index.ts');
  const name = `${fingerprint(root)}.cjs`;
  // The repository's own cache, else one of this user in the temporary folder.
  const cache = path.resolve(root, '../../node_modules/.cache/build-hygiene');
  const user = process.getuid?.() ?? 'user';
  const temporary = path.join(os.tmpdir(), `build-hygiene-${user}`);
  if (fs.existsSync(path.join(cache, name)) || isWritable(cache)) {
    return require(bundleIn(cache, { entry, name }));
  }
  if (isWritable(temporary) && isOwn(temporary)) {
    return require(bundleIn(temporary, { entry, name }));
  }
  throw new Error(`neither ${cache} nor ${temporary} is writable`);
}

function bundleIn(folder, { entry, name }) {
  const file = path.join(folder, name);
  if (!fs.existsSync(file)) {
    bundle(entry, file);
    prune(folder);
  }
  return file;
}

/**
 * Whether what lies in a folder may be run: others can make a folder of any
 * name in the temporary folder, and put anything there.
 */
function isOwn(folder) {
  if (!process.getuid) {
    return true;
  }
  const { uid, mode } = fs.lstatSync(folder);
  // The last two octal digits, without the bit for writing.
  const closed = /[0145]{2}$/.test(mode.toString(8));
  return uid === process.getuid() && closed;
}

/** A hash over names, sizes and times of all sources. */
function fingerprint(root) {
  const hash = createHash('sha256');
  for (const file of SINGLE_FILES) {
    hash.update(`${file} ${describe(path.resolve(root, file))}\n`);
  }
  for (const source of SOURCES) {
    const folder = path.resolve(root, source);
    for (const file of fs.readdirSync(folder, { recursive: true }).sort()) {
      if (file.endsWith('.ts')) {
        hash.update(`${source}/${file} ${describe(path.join(folder, file))}\n`);
      }
    }
  }
  return hash.digest('hex').slice(0, 32);
}

function describe(file) {
  const { size, mtimeMs } = fs.statSync(file);
  return `${size} ${mtimeMs}`;
}

/** Whether bundles can be kept in a folder, which is made when it is missing. */
function isWritable(folder) {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.accessSync(folder, fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Bundles to a file of its own first, since several commands may start at once. */
function bundle(entry, file) {
  const temporary = `${file}.${process.pid}`;
  try {
    require('esbuild').buildSync({
      entryPoints: [entry],
      outfile: temporary,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      logLevel: 'silent',
    });
    fs.renameSync(temporary, file);
  } catch (error) {
    throw new Error(
      `the sources cannot be bundled, run yarn install: ${error.message
        .split('\n')
        .join(' ')}`,
    );
  }
}

/** Forgets bundles of older sources. */
function prune(folder) {
  const bundles = fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.cjs'))
    .map(name => path.join(folder, name))
    .map(file => ({
      file,
      time: fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.time - a.time);
  for (const { file } of bundles.slice(KEPT_BUNDLES)) {
    fs.rmSync(file, { force: true });
  }
}

module.exports = { loadFromSource };
