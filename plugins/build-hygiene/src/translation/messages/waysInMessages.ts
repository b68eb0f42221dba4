/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What leads to the plugin, and from it to other places. */
export const waysInMessages = {
  share: {
    menu: 'More of this service',
    sarif: 'Download report as SARIF',
    markdown: 'Download report as Markdown',
    downloadFailed: 'The report could not be downloaded',
    badge: 'Badge…',
    badgeTitle: 'Badge',
    badgeExplained:
      'Shows score and grade where pictures are shown, such as in a README. Whoever looks at it needs no account here. It is at most five minutes old.',
    badgePreview: 'The badge of {{name}}',
    badgeMarkdown: 'Markdown of the badge',
    badgeCopy: 'Copy Markdown',
    badgeCopied: 'Markdown copied',
    close: 'Close',
  },
  attention: {
    label: 'Services of yours, lowest scores first',
    what: 'your services',
    critical_one: '{{count}} critical finding',
    critical_other: '{{count}} critical findings',
    all_one: 'Your service in the report',
    all_other: 'All {{count}} services of yours in the report',
    nothingOpen: 'Nothing is open',
    nothingOpenExplained: 'Your services pass all checks that apply.',
    noServices: 'No services of yours',
    noServicesExplained:
      'No scanned service has you or a group of yours as its owner.',
  },
  catalogFilter: {
    grade: 'Build hygiene grade',
  },
  entityMenu: {
    rescan: 'Rescan build hygiene',
  },
} as const;
