/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Waivers: exceptions that people agree on. */
export const waiverMessages = {
  waivers: {
    what: 'The waivers',
    title: 'Waivers',
    explanation:
      'Accepted exceptions: what is found stays visible, but does not count until the last day is over.',
    heading: 'Waiver',
    waive: 'Waive…',
    chipPending: 'Waiver waits for approval',
    pending:
      'A waiver until {{day}} waits for approval. {{user}} asked for it:',
    active: 'Waived until {{day}} by {{user}}:',
    approved: 'Waived until {{day}} by {{user}}, approved by {{approver}}:',
    comment: 'Waived by a comment at {{place}}:',
    commentUntil: 'Waived until {{day}} by a comment at {{place}}:',
    notYet: 'It counts from the next scan.',
    worse:
      'It was accepted as {{severity}}. The check has become worse, so it counts again.',
    approve: 'Approve',
    reject: 'Reject',
    withdraw: 'Withdraw',
    done: {
      approve: 'The waiver is approved.',
      reject: 'The waiver is rejected.',
      withdraw: 'The waiver is withdrawn.',
    },
    failed: 'That did not work',
    dialog: {
      title: 'Waive a check',
      scope: 'What it is for',
      scopeOne: 'Only {{unit}}',
      scopeAll: 'All of this service that the rule finds',
      reason: 'Reason',
      reasonHelp:
        'Why it is right as it is, at least 10 characters. Everybody who sees the service can read it.',
      until: 'Holds for',
      days: '{{days}} days, until {{day}}',
      needsApproval:
        'The severity is {{severity}}: somebody else has to approve the waiver. Until then it has no effect.',
      atOnce:
        'The waiver holds at once. The score changes with a scan that follows.',
      submit: 'Waive',
      submitForApproval: 'Ask for approval',
      asked: 'The waiver waits for approval.',
      granted: 'The check is waived. A scan follows.',
    },
    group: {
      pending: 'Waiting for approval',
      pendingExplained:
        'Without effect until somebody else than the requester approves.',
      expiring: 'Ending soon',
      expiringExplained:
        'Within the next {{days}} days. Then the checks count again.',
      active: 'In force',
      activeExplained: 'Longer than {{days}} days.',
      ended: 'Ended',
      endedExplained: 'Rejected, withdrawn, or past the last day.',
    },
    column: {
      service: 'Service',
      rule: 'Rule',
      severity: 'Severity',
      reason: 'Reason',
      who: 'Who',
      until: 'Until',
      state: 'State',
      actions: 'Actions',
    },
    approvedBy: 'approved by {{user}}',
    state: {
      pending: 'Waits',
      active: 'In force',
      rejected: 'Rejected',
      withdrawn: 'Withdrawn',
      expired: 'Expired',
    },
    empty: {
      title: 'There are no waivers',
      description:
        'A check that is right as it is can be waived on the page of its service, with a reason and a last day. Comments in a repository are not listed here.',
    },
  },
} as const;
