/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The rules of the catalogue, over all services. */
export const ruleMessages = {
  rules: {
    what: 'The rules',
    filters: 'Filter rules',
    search: 'Search rules',
    summary_one: '{{count}} rule of ruleset {{version}}',
    summary_other: '{{count}} rules of ruleset {{version}}',
    findings_one: '{{count}} finding',
    findings_other: '{{count}} findings',
    empty: 'No rule matches',
    column: {
      rule: 'Rule',
      severity: 'Severity',
      fix: 'Fix',
      services: 'Services',
    },
    fix: { auto: 'Automatic', guided: 'Guided', none: 'By hand' },
  },
} as const;
