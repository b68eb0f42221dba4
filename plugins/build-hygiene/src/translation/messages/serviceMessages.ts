/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The service card, the head of the service page, and its states. */
export const serviceMessages = {
  card: {
    title: 'Build hygiene',
    view: 'Details',
    open_one: '{{count}} open check',
    open_other: '{{count}} open checks',
    openShort_one: '{{count}} open',
    openShort_other: '{{count}} open',
    nothingOpen: 'Nothing open',
    others_one: '{{count}} category: all passed',
    others_other: '{{count}} categories: all passed',
    trend: 'Score since {{day}}',
    categories: 'Checks by category',
    categoryLabel: '{{category}}: {{passed}} of {{rated}} checks passed',
    next: 'Best next fix',
    gain: '{{points}} points',
  },
  header: {
    label: 'Score and gate',
    source: 'Source',
  },
  scan: {
    what: 'the build hygiene of this service',
    rescan: 'Rescan',
    tryNow: 'Try now',
    queued: 'A scan is queued',
    queueFailed: 'The scan could not be queued',
    scanned: 'Scanned',
    status: {
      pending: 'Waiting for scan',
      scanned: 'Scanned',
      stale: 'Outdated',
      failed: 'Scan failed',
      'not-applicable': 'Nothing to check',
    },
    pending: {
      title: 'The first scan is on its way',
      description:
        'This service was selected and waits for its turn. The page updates by itself.',
    },
    notApplicable: {
      title: 'Nothing to check here',
      description:
        'The repository holds neither a Dockerfile nor a go.mod file, so no rule applies. That is fine, and counts neither for nor against the service.',
    },
    unknown: {
      title: 'No result',
      description: 'The last scan left no result and no error. Scan again.',
    },
    stale: {
      title: 'The last scan failed',
      shown: 'What you see is from {{when}}.',
    },
  },
  scanError: {
    tried_one: 'Tried {{count}} time, last {{when}}.',
    tried_other: 'Tried {{count}} times, last {{when}}.',
    nextTry: 'Next try {{when}}.',
    'no-source-location': {
      title: 'No source location',
      description:
        'The catalog does not say where the source of this service is. Add the annotation backstage.io/source-location to its catalog file.',
    },
    'unsupported-source': {
      title: 'The source cannot be read',
      description:
        'No reader is set up for the host or the kind of this source location. An administrator can add an integration.',
    },
    'not-found': {
      title: 'The repository was not found',
      description:
        'The host answers that there is nothing at this address. Check the source location, and that the integration may see the repository.',
    },
    forbidden: {
      title: 'No permission to read the repository',
      description:
        'The host refuses the credentials of the integration. They need read access to the code.',
    },
    'rate-limited': {
      title: 'The host asks to wait',
      description:
        'The request limit of the host is used up. Scanning goes on by itself once it allows.',
    },
    unreachable: {
      title: 'The host cannot be reached',
      description:
        'The connection failed. The scan is tried again, more and more slowly.',
    },
    'too-large': {
      title: 'The repository is too large to scan',
      description:
        'It is over the bounds of a scan. An annotation can name the Dockerfile and the context to look at.',
    },
    timeout: {
      title: 'The scan took too long',
      description: 'It was stopped at its time limit and is tried again.',
    },
    internal: {
      title: 'The scan failed',
      description:
        'Something went wrong on our side. The message below helps an administrator to find it.',
    },
  },
  failure: {
    title: 'Could not load {{what}}',
    forbidden: {
      title: 'You may not see this',
      description:
        'Your permissions do not cover it. Ask the owner of the service or a portal administrator.',
    },
    notFound: {
      title: 'Not a scanned service',
      description:
        'Build Hygiene does not know this entity. It may have opted out, the filter of services may leave it out, or it is new and selected in a few minutes.',
    },
  },
  parseErrors: {
    title_one: '{{count}} place could not be read',
    title_other: '{{count}} places could not be read',
    description: 'Rules that do not need them still count.',
  },
} as const;
