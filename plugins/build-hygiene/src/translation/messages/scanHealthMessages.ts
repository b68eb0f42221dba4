/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** How scans go. */
export const scanHealthMessages = {
  scanHealth: {
    tab: 'Scan health',
    what: 'The health of the scans',
    tiles: 'Scans',
    tile: {
      failing: 'Failing scans',
      failingNote:
        '{{failed}} without any result, {{stale}} with an earlier one',
      failingNone: 'Every last scan worked',
      pending: 'Never scanned',
      pendingNote: 'Not tried yet, or still waiting for the first scan',
      pendingNone: 'Each service was scanned',
      queue: 'In the queue',
      queueNote_one: '{{count}} waits since {{when}}, {{running}} running',
      queueNote_other:
        'the first of {{count}} waits since {{when}}, {{running}} running',
      queueNone: 'Nothing is due, {{running}} running',
      queueNext: 'Nothing is due before {{when}}, {{running}} running',
      outdated: 'Outdated',
      outdatedNote: 'Last good scan more than {{duration}} ago',
      round: 'Full round within',
      roundNote:
        'Each service was tried in this time; planned every {{duration}}',
      roundNone: 'Some services were never tried; planned every {{duration}}',
    },
    problems: {
      title: 'What fails',
      explanation:
        'By reason and host. Failing scans are tried again by themselves, more and more slowly.',
      none: 'No scan fails.',
      onHost: 'on {{host}}',
      noHost: 'without a host',
      nextTry: 'Next try {{when}}',
      retry: 'Try again now',
      retryLabel: 'Try again now: {{problem}}',
      retryAll: 'Try all again now',
      retried_one: '{{count}} scan is queued',
      retried_other: '{{count}} scans are queued',
      retryFailed: 'The scans could not be queued',
    },
    services: {
      title: 'Failing services',
      explanation: 'The longest without a good scan first.',
      service: 'Service',
      reason: 'Reason',
      lastGood: 'Last good scan',
      never: 'Never',
      tries: 'Tries',
      nextTry: 'Next try',
      all_one: 'Show {{count}} service in the list',
      all_other: 'Show all {{count}} in the list',
    },
    hosts: {
      title: 'Hosts',
      explanation:
        'Where the repositories are. A host that is out of requests is left alone until it takes some again.',
      host: 'Host',
      noHost: 'No host (folders)',
      services: 'Services',
      failing: 'Failing',
      limit: 'Rate limit',
      free: 'Not reached',
      limited_one: '{{count}} service waits, next try {{when}}',
      limited_other: '{{count}} services wait, next try {{when}}',
    },
    slowest: {
      title: 'Slowest scans',
      explanation: 'By the last scan that read the whole repository.',
      service: 'Service',
      time: 'Time',
      none: 'No repository was read yet.',
    },
  },
} as const;
