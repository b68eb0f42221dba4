/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The builds of all services, and incidents. */
export const buildsReportMessages = {
  buildsReport: {
    what: 'the builds of all services',
    window: 'Period shown',
    days_one: '{{count}} day',
    days_other: '{{count}} days',
    tiles: 'What all builds come to',
    sample_one: '{{builds}} build in {{days}} days',
    sample_other: '{{builds}} builds in {{days}} days',
    pending_one: '{{builds}} of {{count}} build that is needed',
    pending_other: '{{builds}} of {{count}} builds that are needed',
    builds_one: '{{number}} build',
    builds_other: '{{number}} builds',
    asTable: 'As a table',
    unit: { day: 'Day', week: 'Week from' },
    tile: {
      hitRate: 'Cache hit rate',
      hitRateNote: 'of cacheable steps',
      timeRate: 'Hit rate by time',
      timeRateNote: 'of step time that the cache saved',
      executed: 'Build time',
      executedNote: 'of cacheable steps that ran',
      avoided: 'Avoided',
      avoidedNote: 'what cached steps would have cost',
      wasted: 'Wasted',
      wastedNote: 'work that was done before',
      failed: 'Failed builds',
      failedNote: 'of builds that ended',
    },
    rates: {
      title: 'Hit rate over time',
      none: 'There are too few builds for a rate so far.',
      explanation: {
        day_one: 'By day; a day needs {{count}} build.',
        day_other: 'By day; a day needs {{count}} builds.',
        week_one: 'By week; a week needs {{count}} build.',
        week_other: 'By week; a week needs {{count}} builds.',
      },
    },
    hours: {
      title: 'Build time',
      explanation: {
        day: 'Step time by day: what ran, and what the cache avoided.',
        week: 'Step time by week: what ran, and what the cache avoided.',
      },
    },
    incidents: {
      title: 'Incidents',
      explanation_one:
        'The same failure at the same server in {{count}} service within {{minutes}} minutes.',
      explanation_other:
        'The same failure at the same server in {{count}} services or more within {{minutes}} minutes.',
      none_one: 'None in the last {{count}} day.',
      none_other: 'None in the last {{count}} days.',
      partial: 'There are more; the newest are shown.',
    },
    incident: {
      title: '{{title}}.',
      open: 'Open',
      over: { quiet: 'Over', recovered: 'Over: builds succeed again' },
      since_one: 'Builds of {{services}} service fail since {{time}}.',
      since_other: 'Builds of {{services}} services fail since {{time}}.',
      between_one:
        'Builds of {{services}} service failed from {{time}} to {{end}}.',
      between_other:
        'Builds of {{services}} services failed from {{time}} to {{end}}.',
      services_one: '{{builds}} failed build, the last {{time}}',
      services_other: '{{builds}} failed builds, the last {{time}}',
      more_one: 'and {{count}} more',
      more_other: 'and {{count}} more',
    },
    failures: {
      title: 'Why builds fail',
      chart: 'Failed builds by kind over time',
      classes: 'Failed builds by class',
      explanation_one:
        '{{builds}} failed build of {{services}} services in {{days}} days; {{transient}} may succeed on a second try.',
      explanation_other:
        '{{builds}} failed builds of {{services}} services in {{days}} days; {{transient}} may succeed on a second try.',
      none_one: 'No build failed in the last {{count}} day.',
      none_other: 'No build failed in the last {{count}} days.',
      more_one: 'and {{count}} rarer class',
      more_other: 'and {{count}} rarer classes',
    },
    targets: {
      title: 'Flakiest servers',
      explanation_one:
        'Module proxies, registries and other servers at which builds failed in {{count}} day.',
      explanation_other:
        'Module proxies, registries and other servers at which builds failed in {{count}} days.',
      none: 'No build failed because of a server.',
      partial_one: 'The worst one is shown.',
      partial_other: 'The worst {{count}} are shown.',
    },
    owners: {
      title: 'By owner',
      explanation_one:
        'Those with the most build time first; figures need {{count}} build.',
      explanation_other:
        'Those with the most build time first; figures need {{count}} builds.',
      nobody: 'Nobody',
      partial_one: 'The first one is shown.',
      partial_other: 'The first {{count}} are shown.',
    },
    column: {
      builds: 'Builds',
      kind: 'Kind',
      class: 'Reason',
      again: 'Second try',
      failed: 'Failed',
      services: 'Services',
      server: 'Server',
      days: 'Days',
    },
    none: {
      title_one: 'No builds in the last {{count}} day',
      title_other: 'No builds in the last {{count}} days',
      description:
        'Add the step to the CI job of a service, with its entity ref in the place of {{ref}}. Hit rates, hours and failures appear with its first builds.',
    },
  },
  buildIncident: {
    open_one:
      'The same failure at {{target}} hit {{services}} other service since {{time}}. It goes on: this build is not the cause.',
    open_other:
      'The same failure at {{target}} hit {{services}} other services since {{time}}. It goes on: this build is not the cause.',
    over_one:
      'The same failure at {{target}} hit {{services}} other service from {{time}} to {{end}}. It is over: run the build again.',
    over_other:
      'The same failure at {{target}} hit {{services}} other services from {{time}} to {{end}}. It is over: run the build again.',
    all: 'All incidents',
  },
} as const;
