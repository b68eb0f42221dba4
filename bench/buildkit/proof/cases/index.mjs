/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { fileURLToPath } from 'node:url';
import { requireModule, source, text } from '../../lib/changes.mjs';
import { contexts, edits } from './contexts.mjs';
import { namedContexts } from './namedContexts.mjs';
import { generated } from './generated.mjs';
import { goServices } from './goServices.mjs';
import { selections } from './selections.mjs';
import { mounts, stages } from './stages.mjs';
import { values } from './values.mjs';

/** What every Go service sees, one after another. */
const commits = [
  { name: 'source', change: source('internal/rates/desk.go') },
  { name: 'docs', change: text('README.md') },
  { name: 'tests', change: source('internal/rates/desk_test.go') },
  {
    name: 'modules',
    change: requireModule('golang.org/x/time@v0.15.0', {
      use: 'golang.org/x/time/rate',
      in: 'internal/api',
      name: 'api',
    }),
  },
  { name: 'nothing', change: () => undefined },
];

/** All cases: repositories, and the commits that are built of them. */
export const cases = [
  ...[
    ...selections,
    ...stages,
    ...mounts,
    ...values,
    ...contexts,
    ...namedContexts,
    ...edits,
  ].map(plan => ({ kind: 'feature', ...plan })),
  ...generated.map(plan => ({ kind: 'generated', ...plan })),
  ...goServices.map(({ dockerfile, ignore, files, ...plan }) => ({
    kind: 'service',
    ...plan,
    folder: fileURLToPath(new URL('../service', import.meta.url)),
    files: {
      Dockerfile: `${dockerfile.join('\n')}\n`,
      '.dockerignore': ignore,
      ...files,
    },
    commits,
  })),
];
