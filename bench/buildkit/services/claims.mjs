/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { requireModule, source, text } from '../lib/changes.mjs';

const claim = 'internal/claim/claim.go';
const time = {
  use: 'golang.org/x/time/rate',
  in: 'internal/claim',
  name: 'claim',
};

/** Vendored: no build asks for a module. */
export const claims = {
  service: 'claims',
  example: 'vendored',
  builds: [
    { scenario: 'cold' },
    { scenario: 'source', change: source(claim) },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'source', change: source('cmd/claims/main.go') },
    {
      scenario: 'vendor-inconsistent',
      branch: 'claim-rate',
      change: requireModule('golang.org/x/time@v0.15.0', {
        ...time,
        vendor: false,
      }),
      fails: true,
    },
    {
      scenario: 'modules',
      branch: 'claim-rate',
      change: requireModule('golang.org/x/time@v0.15.0', time),
      follows: 33,
    },
    { scenario: 'source', change: source(claim), progress: 'rawjson' },
    { scenario: 'unchanged', rerun: true, follows: 11 },
    { scenario: 'source', change: source(claim) },
    { scenario: 'tests', change: source('internal/claim/claim_test.go') },
  ],
};
