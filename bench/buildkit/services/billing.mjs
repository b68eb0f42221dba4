/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { replace, source, text } from '../lib/changes.mjs';

/** Takes the whole workspace, so that the other service's commits count too. */
export const billing = {
  service: 'billing',
  example: 'monorepo',
  dockerfile: 'services/billing/Dockerfile',
  builds: [
    { scenario: 'cold' },
    { scenario: 'other-service', change: source('services/orders/order.go') },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'source', change: source('services/billing/invoice.go') },
    { scenario: 'other-service', change: source('services/orders/main.go') },
    {
      scenario: 'compile-error',
      branch: 'credit-notes',
      change: replace(
        'services/billing/main.go',
        'mux.NewRouter()',
        'mux.NewRouters()',
      ),
      fails: true,
    },
    { scenario: 'library', change: source('libraries/money/money.go') },
    {
      scenario: 'source',
      change: source('services/billing/invoice.go'),
      progress: 'rawjson',
    },
    { scenario: 'docs', change: text('README.md') },
  ],
};
