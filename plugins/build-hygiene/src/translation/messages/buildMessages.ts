/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Builds, their steps and why they failed. */
export const buildMessages = {
  builds: {
    title: 'Builds',
    what: 'the builds',
    whatOne: 'this build',
    explanation:
      'Share of cacheable steps that came from the cache, by build. Failed builds do not count.',
    chartLabel_one:
      'Cache hit rate of the last build; the table below lists it',
    chartLabel_other:
      'Cache hit rates of the last {{count}} builds; the table below lists them',
    keyFailed: 'Failed build',
    keyBars: 'Hit rate of a build',
    keyLine: 'Mean of {{number}} builds',
    stepsCached: '{{rate}}, {{cached}} of {{cacheable}} steps cached',
    trend: {
      up: 'Getting better: {{newer}} over the last {{number}} builds, {{older}} over the {{number}} before.',
      down: 'Getting worse: {{newer}} over the last {{number}} builds, {{older}} over the {{number}} before.',
      flat: 'Steady: {{newer}} over the last {{number}} builds, {{older}} over the {{number}} before.',
      none: 'Too few builds for a trend.',
    },
    tableLabel: 'Builds, newest first',
    column: {
      started: 'Started',
      outcome: 'Outcome',
      cause: 'Cause',
      commit: 'Commit',
      hitRate: 'Hit rate',
      steps: 'Cached steps',
      // Plain logs do not tell how long the whole build took.
      stepTime: 'Step time',
    },
    outcome: {
      success: 'Succeeded',
      failure: 'Failed',
      incomplete: 'Cut off',
    },
    step: {
      cached: 'Cached',
      executed: 'Executed',
      failed: 'Failed',
      canceled: 'Canceled',
      skipped: 'Skipped',
    },
    toggle: 'Build of {{when}}',
    run: 'CI run',
    notCounted: 'Not counted',
    cachedOf: '{{cached}} of {{cacheable}}',
    shown: '{{shown}} of {{total}} builds',
    older: 'Older builds',
    format: 'Read from {{format}}',
    image: 'Image {{image}}',
    context: 'Context {{size}}',
    executed: 'Executed steps took {{seconds}}',
    warning: 'Note: {{warning}}',
    incomplete:
      'The log ends before the build does: it was cut off, or the build was canceled.',
    noSteps: 'The log tells of no steps.',
    stage: 'Stage {{name}}',
    noStage: 'Outside any stage',
    timed: 'Bars stand where their step ran; the full width is {{seconds}}.',
    untimed:
      'The log does not say when steps started: lengths are true, places are not.',
    internal_one: '{{count}} internal step of the builder · {{seconds}}',
    internal_other: '{{count}} internal steps of the builder · {{seconds}}',
    missing: {
      title: 'There is no such build',
      description:
        'It was taken away, or it is of a service that you may not see.',
    },
    none: {
      title: 'No builds yet',
      systems: 'CI system',
      snippet: 'The steps for {{system}}',
      copy: 'Copy the steps',
      copied: 'Copied',
      token:
        '{{variable}} is a token that may send builds, from those who run this portal. Keep it with the secrets of the CI system.',
      description:
        'Put these steps into the CI job that builds the image. They keep the log of the build and send it here; hit rates appear after the first builds.',
    },
    sending: 'How to send builds',
  },
  failureKind: {
    network: 'Network',
    auth: 'Credentials',
    filesystem: 'File system',
    command: 'Command',
    configuration: 'Configuration',
    cache: 'Cache',
    resource: 'Resources',
    infrastructure: 'Builder',
    unknown: 'Unknown cause',
  },
  diagnosis: {
    label: 'Why the build failed',
    transient: 'May pass on a second try',
    permanent: 'Fails again until it is fixed',
    step: 'In step',
    line: 'The line of the log that shows it',
    fix: 'What to do',
    rules: 'Prevented by',
    rule: 'About the rule',
    ruleOf: 'About the rule {{rule}}',
  },
} as const;
