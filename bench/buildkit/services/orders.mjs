/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { requireModule, replace, source, text } from '../lib/changes.mjs';

/** Takes from its workspace what it needs. */
export const orders = {
  service: 'orders',
  example: 'monorepo',
  dockerfile: 'services/orders/Dockerfile',
  builds: [
    { scenario: 'cold' },
    { scenario: 'source', change: source('services/orders/order.go') },
    {
      scenario: 'other-service',
      change: source('services/billing/invoice.go'),
    },
    { scenario: 'docs', change: text('README.md') },
    { scenario: 'source', change: source('services/orders/main.go') },
    { scenario: 'library', change: source('libraries/money/money.go') },
    {
      scenario: 'compile-error',
      branch: 'order-notes',
      change: replace(
        'services/orders/main.go',
        'chi.NewRouter()',
        'chi.NewRoutes()',
      ),
      fails: true,
    },
    {
      scenario: 'modules',
      change: requireModule('golang.org/x/sync@v0.22.0', {
        use: 'golang.org/x/sync/errgroup',
        in: 'services/orders',
        root: 'services/orders',
      }),
    },
    {
      scenario: 'source',
      change: source('services/orders/order.go'),
      progress: 'rawjson',
    },
    { scenario: 'other-service', change: source('services/billing/main.go') },
    { scenario: 'source', change: source('services/orders/order.go') },
  ],
};
