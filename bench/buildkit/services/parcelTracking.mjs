/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  loseChecksums,
  replace,
  requireModule,
  source,
  text,
} from '../lib/changes.mjs';

/** The naive one: whatever a commit changes, everything is built anew. */
export const parcelTracking = {
  service: 'parcel-tracking',
  example: 'naive',
  builds: [
    { scenario: 'cold' },
    { scenario: 'unchanged', rerun: true, follows: 21 },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'source', change: source('handler.go') },
    {
      scenario: 'compile-error',
      branch: 'depot-names',
      change: replace('handler.go', 'func newHandler(', 'func newHandler(,'),
      fails: true,
    },
    { scenario: 'source', change: source('journal.go'), progress: 'rawjson' },
    {
      scenario: 'checksum-missing',
      branch: 'tidy-checksums',
      change: loseChecksums('github.com/gorilla/mux'),
      fails: true,
    },
    {
      scenario: 'modules',
      change: requireModule('golang.org/x/time@v0.15.0', {
        use: 'golang.org/x/time/rate',
      }),
      follows: 38,
    },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'unchanged', rerun: true, follows: 7 },
  ],
};
