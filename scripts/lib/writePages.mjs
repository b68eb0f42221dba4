/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const require = createRequire(import.meta.url);
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');

/**
 * Makes a folder hold these pages of Markdown and no other ones, as the words
 * of the command line ask for: with --check it writes nothing, names the pages
 * that are out of date and ends with status 1; a folder may be given instead
 * of the usual one.
 */
export function writePages({ folder, texts, command }) {
  const check = process.argv.includes('--check');
  const [given] = process.argv.slice(2).filter(word => word !== '--check');
  const root = resolve(given ?? folder);
  const pages = new Map(
    texts.map(([path, text]) => [
      path,
      prettier.format(text, { ...style, parser: 'markdown' }),
    ]),
  );
  const present = existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map(path => path.replaceAll('\\', '/'))
        .filter(path => path.endsWith('.md'))
    : [];
  const outdated = [
    ...[...pages.keys()].filter(
      path =>
        !present.includes(path) ||
        readFileSync(join(root, path), 'utf8') !== pages.get(path),
    ),
    ...present.filter(path => !pages.has(path)),
  ].sort();

  if (check) {
    for (const path of outdated) {
      console.error(`out of date: ${path} (${command} writes it)`);
    }
    process.exitCode = outdated.length > 0 ? 1 : 0;
    return;
  }
  for (const path of outdated) {
    const text = pages.get(path);
    if (text === undefined) {
      rmSync(join(root, path));
    } else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
  }
  console.log(`${pages.size} pages, ${outdated.length} of them changed`);
}
