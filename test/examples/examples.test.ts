/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { scan } from '@build-hygiene/engine';
import { readLocalSnapshot } from '@build-hygiene/local-snapshot';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import {
  canGetModules,
  checkGoModule,
  hasGo,
  sayWithoutGo,
} from '../src/goToolchain';
import { annotatedOptions, examplesRoot } from './annotatedOptions';
import { moduleHashes } from './moduleHashes';

interface Example {
  /** The service's name in the catalog. */
  service: string;
  /** The example's folder. */
  folder: string;
  /** The rules that fail, in alphabetical order. */
  fails: string[];
  /** Bounds of the score. */
  score: [number, number];
}

const examples: Example[] = [
  {
    service: 'shipping-rates',
    folder: 'exemplary',
    fails: [],
    score: [100, 100],
  },
  {
    service: 'parcel-tracking',
    folder: 'naive',
    fails: ['cache/build-cache-mount', 'cache/commit-busts', 'cache/deps-before-source', 'context/dockerignore-missing', 'image/base-not-digest', 'image/base-untagged', 'image/healthcheck', 'image/labels', 'image/shell-form', 'image/toolchain-in-runtime', 'modules/image-go-floating', 'reproducible/trimpath', 'security/root-user'],
    score: [60, 75],
  },
  {
    service: 'address-book',
    folder: 'go-version-drift',
    fails: ['image/base-not-digest', 'image/labels', 'modules/go-end-of-life', 'modules/go-newer-than-image'],
    score: [45, 60],
  },
  {
    service: 'label-printer',
    folder: 'private-modules-right',
    fails: [],
    score: [100, 100],
  },
  {
    service: 'customs-forms',
    folder: 'private-modules-wrong',
    fails: ['cache/module-cache-mount', 'image/base-not-digest', 'image/labels', 'proxy/pattern-invalid', 'proxy/sumdb-off', 'security/secret-in-build'],
    score: [45, 60],
  },
  { service: 'claims', folder: 'vendored', fails: [], score: [100, 100] },
  {
    service: 'orders',
    folder: 'monorepo',
    fails: [],
    score: [100, 100],
  },
  {
    service: 'billing',
    folder: 'monorepo',
    fails: ['cache/build-cache-mount', 'cache/deps-before-source', 'image/base-not-digest'],
    score: [75, 89],
  },
  {
    service: 'driver-routes',
    folder: 'ci-cached',
    fails: [],
    score: [100, 100],
  },
  { service: 'postcode', folder: 'library', fails: [], score: [100, 100] },
  {
    service: 'notifications',
    folder: 'broken-dockerfile',
    // Its second FROM is misspelt, so that nothing is said of the image.
    fails: ['image/base-not-digest', 'reproducible/invalid-build'],
    score: [45, 60],
  },
];

/** The folders that hold no service of their own. */
const otherFolders = ['builds', 'incident', 'private-modules'];

describe('the examples', () => {
  it.each(examples)(
    '$service fails what it is there to show, and nothing else',
    async ({ service, folder, fails, score: [least, most] }) => {
      const snapshot = await readLocalSnapshot(resolve(examplesRoot, folder));
      const { report } = scan(snapshot, annotatedOptions(service, folder));
      const open = report.checks
        .filter(({ state }) => state !== 'pass' && state !== 'not-applicable')
        .map(({ rule }) => rule);
      expect([...new Set(open)].sort()).toEqual(fails);
      expect(report.score.value).toBeGreaterThanOrEqual(least);
      expect(report.score.value).toBeLessThanOrEqual(most);
    },
  );

  it('show that what is right on one builder is not on another', async () => {
    const onRunners = await readLocalSnapshot(
      resolve(examplesRoot, 'ci-cached'),
    );
    const onDisk = await readLocalSnapshot(resolve(examplesRoot, 'exemplary'));
    const moved = new Map(onDisk.files);
    const workflow = '.github/workflows/image.yaml';
    moved.set(workflow, onRunners.files.get(workflow)!);
    const { report, matrix } = scan({ ...onDisk, files: moved });

    expect(matrix.units[0].profile.kind).toBe('remote-max');
    const open = report.checks.filter(({ state }) => state === 'fail');
    expect(open.map(({ rule }) => rule)).toEqual(['cache/deps-before-source']);
    expect(open[0].findings[0]).toMatchObject({
      path: 'Dockerfile',
      message: expect.stringContaining(`(${workflow}:`),
    });
  });

  it('are all listed for the catalog, with owners that exist', () => {
    const { spec } = parse(read('all.yaml'));
    const entities = spec.targets.flatMap((target: string) =>
      parseAllDocuments(read(target)).map(document => document.toJS()),
    );
    const names = (kind: string) =>
      entities
        .filter((entity: { kind: string }) => entity.kind === kind)
        .map((entity: { metadata: { name: string } }) => entity.metadata.name);

    expect(names('Component').sort()).toEqual(
      examples.map(({ service }) => service).sort(),
    );
    const components = entities.filter(
      (entity: { kind: string }) => entity.kind === 'Component',
    );
    for (const { spec: component } of components) {
      expect(names('Group')).toContain(component.owner);
      expect(names('System')).toContain(component.system);
    }
  });

  it('are all in the table', () => {
    const folders = readdirSync(examplesRoot, { withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(entry => entry.name)
      .filter(name => !otherFolders.includes(name));
    expect(folders.sort()).toEqual(
      [...new Set(examples.map(({ folder }) => folder))].sort(),
    );
  });

  it.each(['private-modules-right', 'private-modules-wrong'])(
    '%s has the hashes of the private module',
    folder => {
      const wanted = moduleHashes(
        resolve(examplesRoot, 'private-modules/platform-log'),
        { path: 'go.example.com/platform/log', version: 'v1.2.0' },
      );
      const lines = read(`${folder}/go.sum`).split('\n');
      expect(lines).toEqual(expect.arrayContaining(wanted));
    },
  );
});

const privateModules = {
  'go.example.com/platform/log': resolve(
    examplesRoot,
    'private-modules/platform-log',
  ),
};

const goModules: [string, Omit<Parameters<typeof checkGoModule>[0], 'root'>][] =
  [
    ['exemplary', {}],
    ['naive', {}],
    ['go-version-drift', {}],
    ['private-modules/platform-log', {}],
    ['private-modules-right', { replace: privateModules }],
    ['private-modules-wrong', { replace: privateModules }],
    ['vendored', {}],
    ['monorepo', { module: 'libraries/money' }],
    ['monorepo', { module: 'services/orders' }],
    ['monorepo', { module: 'services/orders', workspace: 'off' }],
    ['monorepo', { module: 'services/billing' }],
    ['monorepo', { module: 'services/billing', workspace: 'off' }],
    ['ci-cached', {}],
    ['library', {}],
    ['broken-dockerfile', {}],
  ];

describe('the code of the examples', () => {
  if (!hasGo) {
    sayWithoutGo('the examples are');
  }
  const hasModules = hasGo && canGetModules(resolve(examplesRoot, 'exemplary'));
  if (hasGo && !hasModules) {
    process.stderr.write(
      '[build-hygiene] the examples are NOT compiled: the modules that they require cannot be had (set GOPROXY)\n',
    );
  }

  it('is compiled by one of these, whatever example it belongs to', () => {
    const compiled = new Set(goModules.map(([folder]) => folder));
    for (const { folder } of examples) {
      expect(compiled).toContain(folder);
    }
  });

  if (hasModules) {
    it.each(goModules)(
      '%s %p compiles, is formatted, and passes its tests',
      (folder, source) => {
        const root = resolve(examplesRoot, folder);
        expect(checkGoModule({ root, ...source })).toMatchObject({ status: 0 });
      },
      300_000,
    );
  }
});

function read(path: string) {
  return readFileSync(resolve(examplesRoot, path), 'utf8');
}
