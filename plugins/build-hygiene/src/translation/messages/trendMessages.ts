/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** How the builds of a service go. */
export const trendMessages = {
  trends: {
    view: 'What the chart shows',
    rate: 'Hit rate',
    time: 'Time',
    ofSteps: 'Steps from the cache',
    ofTime: 'Time saved by the cache',
    avoided: 'Saved by the cache',
    median: 'Median',
    chartLabel_one:
      'Time of the steps of the last successful build; the table below lists it',
    chartLabel_other:
      'Times of the steps of the last {{count}} successful builds; the table below lists them',
    wall: 'Half of the {{builds}} successful builds shown took {{median}} or less.',
    steps:
      'In half of the {{builds}} successful builds shown, the steps that ran took {{median}} or less.',
    p95: '95 of 100 took {{seconds}} or less.',
    p95Pending: 'How long slow ones take is told from {{builds}} builds on.',
    pending_one: '{{count}} more successful build is needed for a median.',
    pending_other: '{{count}} more successful builds are needed for a median.',
  },
} as const;
