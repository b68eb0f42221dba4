/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from '../console.mjs';
import { repositoryRoot, runOrFail } from '../processes.mjs';
import { packagesFor } from './samples.mjs';

// Of Backstage 1.55.
const createApp = '@backstage/create-app@0.9.2';

// These go past the portal's own settings, for this run only.
const environment = {
  // Mirrors date packages by when they fetched them.
  YARN_NPM_MINIMAL_AGE_GATE: '0',
  // Asks a search service beside the registry.
  YARN_TS_ENABLE_AUTO_TYPES: 'false',
  YARN_ENABLE_TELEMETRY: 'false',
};

/** A portal as create-app makes it, with the packages added. */
export async function createPortal({ portal, packs, port, old }) {
  const { status } = spawnSync(
    'npx',
    ['-y', createApp, '--skip-install', '--path', portal].concat(
      old ? ['--legacy'] : [],
    ),
    { input: 'portal\n', stdio: ['pipe', 'ignore', 'inherit'] },
  );
  if (status !== 0) {
    fail(`${createApp} did not make the portal`);
  }
  requireSameRelease(portal);
  pinVersions(portal, packs);
  writeFileSync(
    join(portal, 'app-config.local.yaml'),
    JSON.stringify(settings(port)),
  );
  for (const workspace of ['backend', 'app']) {
    const packages = packagesFor(workspace).map(
      name => `${name}@${versionOf(name)}`,
    );
    await runOrFail(
      `adding ${packages.join(', ')}`,
      'yarn',
      ['--cwd', `packages/${workspace}`, 'add', ...packages],
      { cwd: portal, env: environment },
    );
  }
}

function requireSameRelease(portal) {
  const [ours, theirs] = [repositoryRoot, portal].map(
    folder => readJson(join(folder, 'backstage.json')).version,
  );
  if (ours !== theirs) {
    fail(
      `${createApp} makes portals of Backstage ${theirs}, this repository is of ${ours}`,
    );
  }
}

/**
 * The versions that this repository is tested with, so that the result does
 * not depend on what came out today; and our own packages from their files.
 */
function pinVersions(portal, packs) {
  const path = join(portal, 'package.json');
  const theirs = readJson(path);
  const ours = readJson(join(repositoryRoot, 'package.json'));
  theirs.resolutions = {
    ...theirs.resolutions,
    ...ours.resolutions,
    ...Object.fromEntries(
      [...packs].map(([name, file]) => [name, `file:${file}`]),
    ),
  };
  theirs.dependenciesMeta = {
    ...ours.dependenciesMeta,
    // Syntax colours of the API pages, compiled on installation.
    ...Object.fromEntries(
      [
        'tree-sitter',
        'tree-sitter-json',
        '@tree-sitter-grammars/tree-sitter-yaml',
      ].map(name => [name, { built: false }]),
    ),
  };
  writeFileSync(path, JSON.stringify(theirs, undefined, 2));
  copyFileSync(join(repositoryRoot, 'yarn.lock'), join(portal, 'yarn.lock'));
}

/**
 * The app is served by the backend, and the catalog holds our examples and the
 * template.
 */
function settings(port) {
  const baseUrl = `http://localhost:${port}`;
  const examples = join(repositoryRoot, 'examples');
  return {
    app: { baseUrl },
    backend: { baseUrl, listen: { port }, cors: { origin: baseUrl } },
    catalog: {
      // Labels of grades are set when entities are processed.
      processingInterval: { seconds: 20 },
      rules: [
        {
          allow: ['Component', 'System', 'Domain', 'Group', 'User', 'Location'],
        },
      ],
      locations: [
        { type: 'file', target: join(examples, 'all.yaml') },
        {
          type: 'file',
          target: join(
            repositoryRoot,
            'templates/fix-build-hygiene/template.yaml',
          ),
          rules: [{ allow: ['Template'] }],
        },
      ],
    },
    search: {
      collators: {
        buildHygiene: {
          schedule: {
            frequency: { seconds: 10 },
            timeout: { minutes: 1 },
            initialDelay: { seconds: 3 },
          },
        },
      },
    },
    buildHygiene: {
      selection: { interval: { seconds: 10 } },
      scan: { pollInterval: { seconds: 2 } },
      local: { roots: [examples] },
    },
  };
}

function versionOf(name) {
  return readJson(join(repositoryRoot, 'node_modules', name, 'package.json'))
    .version;
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
