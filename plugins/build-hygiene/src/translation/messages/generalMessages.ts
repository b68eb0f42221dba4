/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Words that several places share. */
export const generalMessages = {
  loading: 'Loading',
  action: {
    retry: 'Try again',
    reload: 'Reload',
    clearFilters: 'Clear filters',
    cancel: 'Cancel',
    previousPage: 'Previous page',
    nextPage: 'Next page',
  },
  severity: {
    critical: 'Critical',
    high: 'High',
    medium: 'Medium',
    low: 'Low',
    info: 'Info',
  },
  category: {
    cache: 'Layer cache',
    context: 'Build context',
    modules: 'Go modules',
    proxy: 'Module proxy',
    security: 'Security',
    image: 'Image',
    reproducible: 'Reproducibility',
    ci: 'CI',
    platform: 'Platforms',
  },
  score: {
    grade: 'Grade {{grade}}',
    label: 'Score {{score}} of 100, grade {{grade}}',
    notRated: 'Not rated',
    coverage: 'Based on {{share}} of the rules',
    cap: {
      critical: '{{raw}} before the cut for open critical findings',
      high: '{{raw}} before the cut for open high findings',
    },
    change: '{{points}} points since {{day}}',
    noHistory: 'The trend starts with the second day',
    historyLabel:
      'Score from {{from}} on {{fromDay}} to {{to}} on {{toDay}}, on a scale of 100',
    rulesetChanged: 'Rules changed to {{version}} on {{day}}',
  },
  gate: {
    pass: 'Passes the gate',
    fail: 'Fails the gate',
    passes: 'Passes',
    fails: 'Fails',
    passExplained: 'No open finding blocks this service.',
    failExplained: 'An open finding of a blocking rule stops this service.',
  },
  hitRate: {
    name: 'Cache hit rate',
    noBuilds: 'No builds yet',
    pending_one: 'Needs {{count}} more build',
    pending_other: 'Needs {{count}} more builds',
    window_one: '{{count}} build, {{days}} days',
    window_other: '{{count}} builds, {{days}} days',
  },
} as const;
