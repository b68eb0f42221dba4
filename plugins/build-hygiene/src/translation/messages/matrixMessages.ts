/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What re-runs when you change what. */
export const matrixMessages = {
  matrix: {
    title: 'What re-runs when you change…',
    explanation:
      'Each row is a step of the Dockerfile, each column a kind of commit. A bar starts at the step that the commit invalidates and takes everything below it along.',
    unit: 'Dockerfile',
    predicted: 'predicted cache hit rate',
    gridLabel: 'Steps of {{unit}} by kind of commit',
    stepColumn: 'Step',
    stage: 'Stage {{name}}',
    line: 'Line {{line}}',
    notApplicable: 'No such files',
    notApplicableWhy:
      'The repository has no file of this kind, so no such commit happens.',
    cellLabel: '{{outcome}}. {{scenario}}, line {{line}}: {{text}}',
    when: '· {{scenario}}',
    changed: 'Assumed commit: {{path}}',
    changedMore_one: 'Assumed commit: {{path}} and {{count}} more file',
    changedMore_other: 'Assumed commit: {{path}} and {{count}} more files',
    sum: 'Steps that re-run',
    sumValue: '{{number}} of {{total}}',
    unknowns: 'What the model cannot know here',
    headline: {
      reruns:
        'A change of Go source re-runs {{number}} of {{total}} steps, and downloads every module again.',
      cheaper:
        'A change of Go source re-runs {{number}} of {{total}} steps; the module download re-runs too, but takes modules from a cache mount.',
      cached:
        'A change of Go source re-runs {{number}} of {{total}} steps; the modules stay cached.',
      plain: 'A change of Go source re-runs {{number}} of {{total}} steps.',
      docs: 'Even a change of the README re-runs {{number}} of {{total}} steps.',
    },
    scenario: {
      source: { name: 'Go source', hint: 'One .go file' },
      modules: { name: 'Modules', hint: 'go.mod and go.sum' },
      tests: { name: 'Tests', hint: 'One _test.go file' },
      docs: { name: 'Docs', hint: 'README, Markdown' },
      ci: { name: 'CI', hint: 'Workflow files' },
      dockerfile: { name: 'Dockerfile', hint: 'Its first lines' },
      'commit-only': { name: 'New commit', hint: 'No file at all' },
    },
    kind: {
      'module-download': 'modules',
      compile: 'compiles',
      'package-install': 'packages',
    },
    outcome: {
      cached: 'Cached',
      cheaper: 'Cheaper',
      reruns: 'Re-runs',
      follows: 'Follows',
    },
    legend: {
      label: 'Legend',
      cached: 'taken from the layer cache',
      cheaper: 're-runs, helped by a cache mount',
      reruns: 'the commit invalidates it',
      follows: 'a step above that re-runs',
    },
    empty: {
      title: 'No Dockerfile to look at',
      description:
        'The layer cache model needs a Dockerfile with at least one step that it can read.',
    },
  },
} as const;
