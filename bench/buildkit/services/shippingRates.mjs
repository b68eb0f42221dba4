/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { replace, requireModule, source, text } from '../lib/changes.mjs';

const desk = 'internal/rates/desk.go';
const handler = 'internal/api/handler.go';

/** The exemplary one, on a builder that lives on between builds. */
export const shippingRates = {
  service: 'shipping-rates',
  example: 'exemplary',
  builds: [
    { scenario: 'cold' },
    { scenario: 'unchanged', rerun: true, follows: 9 },
    { scenario: 'source', change: source(desk) },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'source', change: source(handler), progress: 'rawjson' },
    {
      scenario: 'compile-error',
      branch: 'surcharges',
      change: replace(
        desk,
        'make([]Quote, len(d.carriers))',
        'make([]Quotes, len(d.carriers))',
      ),
      fails: true,
    },
    {
      scenario: 'source',
      branch: 'surcharges',
      change: replace(
        desk,
        'make([]Quotes, len(d.carriers))',
        'make([]Quote, 0, len(d.carriers))[:len(d.carriers)]',
      ),
      follows: 14,
    },
    {
      scenario: 'modules',
      change: requireModule('golang.org/x/time@v0.15.0', {
        use: 'golang.org/x/time/rate',
        in: 'internal/api',
        name: 'api',
      }),
    },
    { scenario: 'source', change: source(desk) },
    { scenario: 'tests', change: source('internal/rates/desk_test.go') },
    { scenario: 'source', change: source(handler) },
    { scenario: 'source', change: source(desk), progress: 'rawjson' },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'source', change: source('internal/rates/parcel.go') },
  ],
};
