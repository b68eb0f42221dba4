/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The steps of a build, and what its seconds went to. */
export const stepMessages = {
  steps: {
    title: 'Steps of the build',
    view: 'How to show the steps',
    time: 'Timeline',
    table: 'Table',
    summary:
      '{{cached}} of {{cacheable}} steps came from the cache; those that ran took {{seconds}}.',
    firstMiss: 'The cache first broke at “{{step}}”.',
    miss: 'First miss',
    line: 'Line {{line}}',
    confidence: {
      medium: 'Told by its output, and by how long it took before',
      low: 'Told by its output alone',
      none: 'Nothing tells whether it was filled',
    },
    column: {
      step: 'Step',
      line: 'Line',
      state: 'State',
      seconds: 'Took',
      median: 'Median',
      hitRate: 'Hit rate',
    },
    linesBuilt: 'Lines of {{path}} at the commit that was built.',
    linesScanned: 'Lines of {{path}} as it was scanned last.',
    usual:
      'Median and hit rate of each step over up to {{builds}} builds of {{days}} days.',
    usualPending: 'Median and hit rate come after a few more builds.',
  },
  seconds: {
    title: 'Where the time went',
    explanation:
      '{{seconds}} of the builder’s time; steps may run side by side.',
    within: 'of which {{part}}',
  },
} as const;
