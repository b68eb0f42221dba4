/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, say } from './console.mjs';
import { repositoryRoot, run, runOrFail, versionOf } from './processes.mjs';

// What Backstage 1.55 supports.
const supportedNodeMajors = [22, 24];

/**
 * True when this process runs on a Node that fits, with Yarn at hand.
 * Otherwise brings both from the npm registry, without installing anything
 * globally, runs the same command there, and ends with its exit status.
 */
export async function ensureToolchain(command) {
  const [node] = process.versions.node.split('.').map(Number);
  const yarn = versionOf('yarn');
  const wanted = wantedYarn();
  if (supportedNodeMajors.includes(node) && yarn?.startsWith('4.')) {
    return true;
  }
  if (process.env.BUILD_HYGIENE_TOOLCHAIN) {
    fail(
      `Node ${node} and Yarn ${yarn} still do not fit (wanted Node 22 or 24 and Yarn 4): is another version first on the PATH?`,
    );
  }
  if (!versionOf('npm')) {
    fail('npm is missing: it comes with Node, see https://nodejs.org');
  }
  say(
    `Node ${process.versions.node}${
      yarn ? ` and Yarn ${yarn}` : ' without Yarn'
    } do not fit: bringing Node 24 and Yarn ${wanted} from npm, for this run only`,
  );
  const line = ['node', ...command].map(quote).join(' ');
  const status = await run(
    'npx',
    ['-y', '-p', 'node@24', '-p', `@yarnpkg/cli-dist@${wanted}`, '-c', line],
    { env: { BUILD_HYGIENE_TOOLCHAIN: '1' } },
  );
  process.exit(status);
}

/** Installs what the lock file says. */
export async function installDependencies() {
  if (!versionOf('git')) {
    fail('git is missing: install it, it is needed to read repositories');
  }
  say('installing dependencies (about a minute the first time)');
  await runOrFail('installing dependencies', 'yarn', [
    'install',
    '--immutable',
  ]);
}

function wantedYarn() {
  const { packageManager } = JSON.parse(
    readFileSync(join(repositoryRoot, 'package.json'), 'utf8'),
  );
  return packageManager.replace('yarn@', '');
}

function quote(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
