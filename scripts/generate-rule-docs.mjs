#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// Writes docs/rules from the rule catalogue, as the command line prints it:
// one page a rule and an index. With --check it writes nothing, names the
// pages that are out of date and ends with status 1. A folder may be given
// instead of docs/rules.

import { execFileSync } from 'node:child_process';
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
import { indexPage, rulePage } from './lib/rulePages.mjs';
import { repositoryRoot } from './lib/processes.mjs';

const require = createRequire(import.meta.url);
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');

const check = process.argv.includes('--check');
const [given] = process.argv.slice(2).filter(word => word !== '--check');
const root = resolve(given ?? join(repositoryRoot, 'docs/rules'));

const catalogue = JSON.parse(
  execFileSync(
    process.execPath,
    [
      join(repositoryRoot, 'packages/cli/bin/build-hygiene'),
      ...['rules', '--format', 'json', '--examples'],
    ],
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  ),
);

const pages = new Map(
  [
    ['README.md', indexPage(catalogue)],
    ...catalogue.rules.map(rule => [`${rule.id}.md`, rulePage(rule)]),
  ].map(([path, text]) => [
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
    console.error(`out of date: ${path} (yarn docs:rules writes it)`);
  }
  process.exitCode = outdated.length > 0 ? 1 : 0;
} else {
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
