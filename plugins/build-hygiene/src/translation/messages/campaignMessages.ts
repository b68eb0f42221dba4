/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What many services are to fix by a day. */
export const campaignMessages = {
  campaigns: {
    tab: 'Campaigns',
    what: 'The campaigns',
    one: 'The campaign',
    all: 'All campaigns',
    explanation: 'What many services are to fix by a day, and how far that is.',
    start: 'Start a campaign',
    edit: 'Edit',
    close: 'Close',
    reopen: 'Open again',
    failed: 'That did not work',
    due: 'Due {{day}}',
    late: 'Was due {{day}}',
    closedOn: 'Closed {{day}}',
    startedBy: 'Started by {{user}} on {{day}}.',
    closedBy: 'Closed by {{user}} on {{day}}.',
    counted: 'Counted {{when}}.',
    nothing: 'No service has it to do',
    progress: '{{done}} of {{services}} done ({{share}})',
    progressOf: 'Progress of {{name}}',
    open: {
      title: 'Open',
      explanation: 'What is due next comes first.',
    },
    closed: {
      title: 'Closed',
      explanation: 'Not counted any more; the newest comes first.',
    },
    target: {
      rules: 'No findings of {{rules}}',
      drift: 'Nothing off course: {{aspect}}',
    },
    scope: {
      all: 'all services',
      some: 'services of {{parts}}',
    },
    chart: {
      title: 'Remaining services',
      explanation:
        'At the end of each day. Services that begin to fail later join in.',
      remaining: 'To do',
      all: 'In the campaign',
    },
    owners: {
      title: 'Progress by owner',
      explanation: 'Those with most to do first.',
      progress: 'Progress',
      remaining: 'To do',
      more_one: '{{count}} owner with less to do is not listed.',
      more_other: '{{count}} owners with less to do are not listed.',
    },
    remaining: {
      title: 'Services that have it to do',
      explanation: 'A service has done it when a scan finds it fixed.',
      fix: 'Fix',
      pullRequest: 'Open pull request',
    },
    dialog: {
      start: 'Start a campaign',
      edit: 'Edit the campaign',
      name: 'Name',
      target: 'What is to be fixed',
      rules: 'Findings of rules',
      drift: 'What is off course in the fleet',
      whichRules: 'Rules',
      choose: 'Choose rules',
      mostRules: 'Up to 20. A service is done when none of them fails.',
      aspect: 'Aspect of the fleet',
      any: 'Any',
      due: 'Due on',
      description: 'Why, and where to ask',
      begins:
        'With another aim the progress begins anew. Services that leave the scope leave the campaign.',
      save: 'Save',
    },
    empty: {
      title: 'There are no campaigns',
      description:
        'A campaign names what services are to fix, by which day, and shows how far each owner is.',
    },
    missing: {
      title: 'There is no such campaign',
      description: 'The link may be incomplete.',
    },
  },
} as const;
