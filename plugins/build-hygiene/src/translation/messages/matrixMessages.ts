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
    cellLabelWas:
      '{{outcome}}, was: {{was}}. {{scenario}}, line {{line}}: {{text}}',
    when: '· {{scenario}}',
    changed: 'Assumed commit: {{path}}',
    changedMore_one: 'Assumed commit: {{path}} and {{count}} more file',
    changedMore_other: 'Assumed commit: {{path}} and {{count}} more files',
    sum: 'Steps that re-run',
    sumValue: '{{number}} of {{total}}',
    expected: 'expected build time',
    time: 'Expected time',
    timeEstimate: 'estimate',
    timeValue: '≈ {{time}}',
    timeBelow: '< {{time}}',
    took: 'Took',
    tookHint: 'The median of its last runs in builds of this service',
    timeNote:
      '≈ Estimated from published times of such steps, one step after the other. Where build logs are sent, their times count.',
    builder: {
      label: 'Builder',
      kind: {
        warm: 'Keeps its cache',
        'remote-max': 'Remote cache, all layers',
        'remote-min': 'Remote cache, final stage only',
        ephemeral: 'Starts empty',
      },
      own: 'Default for this service. {{reason}}',
      basis: {
        policy: 'The policy {{policy}} says so.',
        assumed:
          'Assumed: no pipeline of the repository says which builder builds this image.',
        'remote-builder':
          'The builder is a machine of its own, which keeps its cache.',
        'self-hosted-runner':
          'The job runs on a self-hosted runner, whose builder is taken to keep its cache.',
        'mounts-carried-over':
          '{{perJob}}, but layers and cache mounts are carried over.',
        'no-cache-imported': '{{perJob}}, and no cache is imported.',
        'final-stage-exported':
          '{{perJob}}, and the exported cache holds the layers of the final stage alone.',
        'all-stages-exported':
          '{{perJob}}, and the cache is exported with `mode=max`: the layers of all stages.',
        'cache-imported':
          '{{perJob}}, and a cache is imported; it is taken to hold the layers of all stages.',
      },
      perJob: {
        builder: 'The builder is set up for each job',
        machine: 'Each job gets a new machine',
      },
      whatIf: 'What if.',
      other: 'The default for this service is “{{own}}”.',
    },
    fixes: {
      label: 'Fixes',
      now: 'Now',
      after_one: 'With the chosen fix',
      after_other: 'With the {{count}} chosen fixes',
      none: 'No fix is chosen in the fix plan.',
      nowHint: 'The Dockerfile as it is.',
      pending: 'The chosen fixes are being tried…',
      allHint:
        'The Dockerfile after all fixes of the plan. Framed cells do less than now.',
      partHint:
        'The Dockerfile after the fixes that are chosen in the fix plan. Framed cells do less than now.',
      added: 'new',
      improved: 'Improved',
      was: 'Now: {{outcome}}.',
      figure: '{{after}}, was {{before}}',
    },
    effect: {
      'pulls-image':
        'This builder starts empty, so it pulls the image in every build.',
      'starts-empty':
        'The commit leaves it alone, but this builder starts empty: the step runs in every build.',
      'final-stage-only':
        'The commit leaves it alone, but the remote cache of this builder holds only the final stage: where anything of another stage is needed, that stage runs from its first step.',
      'mounts-empty':
        'But cache mounts start empty on this builder, so the step does all of its work.',
    },
    why: {
      cached: 'Cached: nothing that this step depends on changes.',
      files: {
        'build-context':
          'Re-runs because it takes {{paths}} from the build context.',
        'named-context':
          'Re-runs because it takes {{paths}} from a named context.',
        folder: 'Re-runs because its stage stands on a folder with {{paths}}.',
      },
      more_one: '{{paths}} and {{count}} more',
      more_other: '{{paths}} and {{count}} more',
      'earlier-step':
        'Re-runs because {{instruction}} in line {{line}} before it re-runs.',
      'copied-from':
        'Re-runs because what it copies from {{instruction}} in line {{line}} may differ.',
      argument:
        'Re-runs because the build argument {{name}} differs from commit to commit.',
      instruction: 'Re-runs because its own text changes.',
      'folder-sent':
        'Re-runs because its stage stands on a folder, which each build sends anew.',
      'instruction-removed':
        'Re-runs because an instruction before it was removed.',
      'other-context':
        'Re-runs because the named context {{name}} is another one.',
      cheaper: 'Its cache mounts spare most of the work.',
      sameOutput:
        'What it leaves behind stays the same, so copies of it stay cached.',
    },
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
      follows: 'Re-runs too',
      'not-kept': 'Not kept',
    },
    legend: {
      label: 'Legend',
      cached: 'from the layer cache',
      cheaper: 'a cache mount helps',
      reruns: 'the commit invalidates it',
      follows: 'after an earlier step',
      'not-kept': 'the builder has lost it',
      improved: 'does less than now',
    },
    empty: {
      title: 'No Dockerfile to look at',
      description:
        'The layer cache model needs a Dockerfile with at least one step that it can read.',
    },
  },
} as const;
