/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Owners by category. */
export const ownerMessages = {
  owners: {
    what: 'The scores of owners',
    title: 'Owners by category',
    explanation:
      'Mean scores of the services of each owner. A figure opens the services that fail.',
    failing: '{{number}} of {{services}} fail',
    allPass: 'all pass',
    page_one: 'Page {{page}} of {{pages}} · {{count}} owner',
    page_other: 'Page {{page}} of {{pages}} · {{count}} owners',
    sort: {
      label: 'Order of the owners',
      score: 'Lowest score first',
      services: 'Most services first',
      name: 'By name',
    },
  },
} as const;
