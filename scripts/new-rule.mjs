#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// `npm run new:rule -- category/name [--scope unit|module|repository]` writes
// the file of a new rule with its examples, and lists it in the catalogue. A
// checkout other than this one may be named with --root.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { fail } from './lib/console.mjs';
import { insertRule, namesOf } from './lib/ruleCatalogue.mjs';
import { examplesFile, ruleFile } from './lib/ruleFiles.mjs';
import { repositoryRoot } from './lib/processes.mjs';

const require = createRequire(import.meta.url);
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');

const scopes = ['unit', 'module', 'repository'];
const usage = `usage: npm run new:rule -- category/name [--scope ${scopes.join(
  '|',
)}]`;

const { positionals, values } = readArguments();
const [id, ...others] = positionals;
const { root, scope = scopeOf(id ?? '') } = values;
if (id === undefined || others.length > 0 || !scopes.includes(scope)) {
  fail(usage);
}

const rulesFolder = join(root, 'packages/engine/src/rules');
const catalogueFile = join(rulesFolder, 'catalogue.ts');
const categories = readCategories();
const [category, name = ''] = id.split('/');
if (
  !/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(id) ||
  !categories.includes(category)
) {
  fail(
    `${id} is no id of a rule: use category/name in lower case, and one of the categories ${categories.join(
      ', ',
    )}`,
  );
}

const catalogue = readFileSync(catalogueFile, 'utf8');
const names = namesOf({ category, name, catalogue });
const file = join(rulesFolder, category, `${names.file}.ts`);
const examples = join(rulesFolder, category, `${names.file}.examples.ts`);
for (const path of [file, examples]) {
  if (existsSync(path)) {
    fail(`${relative(root, path)} is there already`);
  }
}
const changed = insertRule(catalogue, { id, ...names });

mkdirSync(dirname(file), { recursive: true });
write(file, ruleFile({ id, category, scope, ...names }));
write(examples, examplesFile({ scope, ...names }));
write(catalogueFile, changed);
const chinese = 'plugins/build-hygiene/src/translation/ruleTexts';
console.log(
  [
    `${relative(
      root,
      file,
    )}: say what the rule looks for, why, and with which source`,
    `${relative(
      root,
      examples,
    )}: at least three bad and four good repositories, near misses among them`,
    `${chinese}/zhTitles/${category}.ts and zhHelp/${category}.ts: add its texts in Chinese, or the test beside them fails`,
    'yarn test packages/engine/src/rules/catalogue.test.ts runs them; yarn docs:rules writes the page',
  ].join('\n'),
);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        scope: { type: 'string' },
        root: { type: 'string', default: repositoryRoot },
      },
    });
  } catch (error) {
    return fail(`${error.message}\n${usage}`);
  }
}

/** What most rules of the category look at. */
function scopeOf(ruleId) {
  const [of] = ruleId.split('/');
  if (of === 'modules') {
    return 'module';
  }
  return of === 'ci' || of === 'platform' ? 'repository' : 'unit';
}

function readCategories() {
  const types = readFileSync(join(rulesFolder, 'types.ts'), 'utf8');
  const [, union = ''] = /export type Category =([^;]*);/.exec(types) ?? [];
  return [...union.matchAll(/'([a-z]+)'/g)].map(([, word]) => word);
}

function write(path, text) {
  writeFileSync(
    path,
    prettier.format(text, { ...style, parser: 'typescript' }),
  );
}
