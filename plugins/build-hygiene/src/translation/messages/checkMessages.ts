/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Checks with their evidence. */
export const checkMessages = {
  checks: {
    title: 'Checks',
    explanation_one: '{{count}} check of ruleset {{version}}',
    explanation_other: '{{count}} checks of ruleset {{version}}',
    shown_one: '{{count}} check shown',
    shown_other: '{{count}} checks shown',
    stateFilter: 'Filter by state',
    severityFilter: 'Severity',
    categoryFilter: 'Category',
    search: 'Search checks',
    showAll: 'Show all checks',
    state: {
      fail: 'Failing',
      partial: 'Partly',
      error: 'Errors',
      pending: 'Pending',
      waived: 'Waived',
      pass: 'Passed',
      'not-applicable': 'Not applicable',
      all: 'All',
    },
    stateOne: {
      fail: 'Fails',
      partial: 'Passes in part',
      error: 'Could not be evaluated',
      pending: 'Needs more data',
      waived: 'Waived',
      pass: 'Passes',
      'not-applicable': 'Does not apply',
    },
    delta: '{{points}} points',
    deltaTitle: 'What the score gains when this check passes',
    more_one: 'and {{count}} more place',
    more_other: 'and {{count}} more places',
    evidence_one: 'Evidence',
    evidence_other: 'Evidence in {{count}} places',
    excerptLabel: 'Source lines at {{place}}',
    why: 'Why it matters',
    help: 'The help of this rule',
    noHelp: {
      title: 'No help for this rule',
      description:
        'The report is of another version of the rules. The next scan brings it up to date.',
    },
    how: 'How to fix it',
    howKept: 'How to keep it',
    blocking: 'Fails the gate while open',
    prevents: 'Prevents failed builds of class {{classes}}',
    sources: 'Read more',
    empty: {
      title: 'No check matches',
      description: 'No check of this service fits the chosen filters.',
    },
  },
} as const;
