/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The report over all services. */
export const reportMessages = {
  report: {
    what: 'the report',
    subtitle: 'Fast, reproducible and safe Docker builds of Go services',
    pages: 'Pages of the report',
    tab: {
      overview: 'Overview',
      services: 'Services',
      rules: 'Rules',
      builds: 'Builds',
      sources: 'Module sources',
    },
    tile: {
      median: 'Median score',
      medianNote_one: 'over {{count}} rated service',
      medianNote_other: 'over {{count}} rated services',
      gate: 'Pass the gate',
      gateNote_one: '{{count}} service fails',
      gateNote_other: '{{count}} services fail',
      gateNone: 'no service is rated yet',
      criticals: 'Open critical findings',
      criticalsNote: 'over all services',
      hitRate: 'Mean cache hit rate',
      hitRateNote_one: '{{count}} service, {{builds}} builds in {{days}} days',
      hitRateNote_other:
        '{{count}} services, {{builds}} builds in {{days}} days',
      hitRateNone: 'too few builds so far',
      unrated: 'Without a score',
    },
    unrated: {
      pending: '{{number}} waiting',
      failed: '{{number}} failed',
      notApplicable: '{{number}} nothing to check',
      notRated: '{{number}} too little data',
      none: 'every service is rated',
    },
    grades: {
      title: 'Grades',
      explanation: 'Rated services by grade. A means: nothing high is open.',
    },
    range: {
      A: '90–100',
      B: '80–89',
      C: '65–79',
      D: '50–64',
      F: '0–49',
    },
    history: {
      what: 'the history of scores',
      title: 'Median score over time',
      explanation_one: 'Of all services with a score, over {{count}} day.',
      explanation_other: 'Of all services with a score, over {{count}} days.',
      day: 'Day',
      rated: 'Services with a score',
    },
    movers: {
      title: 'Movers',
      explanation_one: 'Scores now and {{count}} day ago.',
      explanation_other:
        'Scores now and {{count}} days ago, or at the first scan since.',
      gains: 'Largest gains',
      losses: 'Largest losses',
      none: 'None.',
    },
    rules: {
      title: 'Rules that most services fail',
      explanation: 'Fix these in a template or by a pull request to many.',
      none: 'No service fails any rule.',
    },
    services_one: '{{count}} service',
    services_other: '{{count}} services',
    empty: {
      title: 'No services yet',
      description:
        'Once the catalog holds components with a source location, they are scanned and appear here.',
    },
  },
  services: {
    what: 'the services',
    filters: 'Filters',
    search: 'Search services',
    tags: 'Further filters',
    builds_one: '{{count}} build',
    builds_other: '{{count}} builds',
    page_one: 'Page {{page}} of {{pages}} · {{count}} service',
    page_other: 'Page {{page}} of {{pages}} · {{count}} services',
    filter: {
      owner: 'Owner',
      system: 'System',
      lifecycle: 'Lifecycle',
      grade: 'Grade',
      status: 'Scan',
    },
    columns: 'Choose columns',
    export: {
      menu: 'Export the list',
      csv: 'As CSV, for spreadsheets',
      json: 'As JSON',
      ndjson: 'As NDJSON, one service a line',
      failed: 'The list could not be exported',
    },
    tag: {
      rule: 'Fails {{rule}}',
      severity: 'Open finding: {{severity}}',
      host: 'On {{host}}',
      campaign: 'Campaign: {{name}}',
      category: 'Fails in {{category}}',
    },
    column: {
      name: 'Service',
      owner: 'Owner',
      score: 'Score',
      gate: 'Gate',
      open: 'Findings',
      hitRate: 'Hit rate',
      scanned: 'Scanned',
      lastBuild: 'Last build',
      coverage: 'Coverage',
      host: 'Host',
      commit: 'Commit',
    },
    open: {
      critical: '{{number}} critical',
      high: '{{number}} high',
      other: '{{number}} lower',
      none: 'None',
    },
    empty: {
      title: 'No service matches',
      description: 'Take away a filter to see more.',
    },
  },
} as const;
