/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Fixes: of one check, and all of them. */
export const fixMessages = {
  fix: {
    title: 'Fix',
    verified: 'Verified',
    verifiedTitle:
      'A scan of the changed files shows that it holds and breaks nothing',
    needsReview: 'Needs a look',
    safe: 'Safe',
    safeTitle: 'It cannot alter what the image does',
    gainTitle: 'Points that this change adds to the score',
    review: 'Before you merge it: {{review}}',
    scoreAfter: 'Score {{score}} after it',
    saves: 'Saves {{time}} a build',
    savesAbout: 'Saves ≈ {{time}} a build',
    savesMeasured:
      'Expected over the mix of commits, by what the steps took in builds of this service',
    savesPublished:
      'Expected over the mix of commits, by published durations: no builds of this service are known',
    hidden:
      'The change is not shown: a secret stands in these lines. The command line prints it.',
    copy: 'Copy the diff',
    copied: 'Copied',
    diffLabel: 'Change of {{path}}',
    plan: {
      title: 'Fix plan',
      explanation_one: '{{count}} change that was tried on this commit',
      explanation_other:
        '{{count}} changes that were tried on this commit, one after the other',
      way: 'The score goes from {{from}} to {{to}}',
      scoreTitle: 'Score after this change and those before it',
      showDiff: 'Show all changes',
      showPart: 'Show chosen changes',
      hideDiff: 'Hide the changes',
      chooseAll: 'Choose all',
      copyPatch: 'Copy patch',
      copyCommand: 'Copy command',
      pullRequest: 'Open pull request',
      rejected: 'Does not hold on its own: {{reason}}',
      failed: 'The chosen fixes could not be tried. {{reason}}',
      choose: 'Fix',
      chooseTitle: 'Choose this fix in the fix plan',
    },
    form: {
      service: 'Service',
      required: 'Required',
      serviceHint: 'The lowest scores first; type a part of the name',
      servicePlaceholder: 'Choose a service',
      fixes: 'Fixes',
      chosen: '{{chosen}} of {{all}} fixes chosen',
      chooseSafe: 'Only safe ones',
      gone: 'Not there any more, or fixed already: {{rules}}',
      changed: 'The changes are not those that you looked at',
      changedExplained:
        'The repository was scanned again since. Look at the changes, then take them as they are now.',
      agree: 'Take these changes',
      noService: 'Choose a service',
      noFix: 'Choose at least one fix',
      notAlone: 'Does not hold without fixes that are not chosen: {{rules}}',
      wait: 'The chosen fixes are still being tried: wait a moment, then go on',
      obstacle: {
        notScanned:
          'The repository was not scanned with success yet. The page of the service says why.',
        nothing: 'Nothing of this service can be fixed automatically.',
        noRepository:
          'A pull request needs a repository of a host. The files of this service are not in one.',
      },
    },
  },
} as const;
