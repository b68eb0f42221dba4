#!/usr/bin/env node
/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// `yarn facts:refresh` writes packages/engine/src/rules/facts/dated-facts.json
// anew: Go releases, tags of the Go image, support windows. It needs the
// network; without it, or when an answer is not as it should be, it says so and
// changes nothing.
//
//   --facts FILE    another file to rewrite
//   --answers DIR   recorded answers instead of the network
//   --today DATE    another day than today

import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, say } from './lib/console.mjs';
import { factSources } from './lib/factSources.mjs';
import { repositoryRoot } from './lib/processes.mjs';
import { refreshFacts } from './lib/refreshFacts.mjs';

const require = createRequire(import.meta.url);
const prettier = require('prettier');
const style = require('@backstage/cli/config/prettier');

const { values } = parseArgs({
  options: {
    facts: { type: 'string' },
    answers: { type: 'string' },
    today: { type: 'string' },
  },
});
const path = resolve(
  values.facts ??
    join(repositoryRoot, 'packages/engine/src/rules/facts/dated-facts.json'),
);
const today = values.today ?? new Date().toISOString().slice(0, 10);

const before = readFileSync(path, 'utf8');
const answers = {};
for (const [name, url] of Object.entries(factSources)) {
  try {
    answers[name] = values.answers
      ? readFileSync(join(values.answers, name), 'utf8')
      : await download(url);
  } catch (error) {
    const reason = error.cause?.code ?? error.code ?? error.message;
    fail(`${url} cannot be read (${reason}): nothing was changed`);
  }
}

let text;
try {
  const facts = refreshFacts(JSON.parse(before), answers, today);
  text = prettier.format(JSON.stringify(facts, undefined, 2), {
    ...style,
    parser: 'json',
  });
} catch (error) {
  fail(`${error.message}: nothing was changed`);
}
if (text === before) {
  say('the facts are up to date');
} else {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
  const changed = countChanges(before, text);
  say(`the facts are as of ${today}: ${changed} lines are new or changed`);
}

async function download(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return await response.text();
}

function countChanges(old, now) {
  const known = new Set(old.split('\n'));
  return now.split('\n').filter(line => !known.has(line)).length;
}
