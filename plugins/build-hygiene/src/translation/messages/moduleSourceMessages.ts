/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** The board of module sources. */
export const moduleSourceMessages = {
  sources: {
    what: 'the module sources',
    list: {
      title: 'What builds get from the list',
      explanation:
        'The list of module sources as builds have it, walked as the go command does, with what each source answers now.',
      label: 'The list of sources, in the order in which they are asked',
      notFound: 'only after 404 or 410',
      anyError: 'after any error',
      direct: 'the repository of the module itself',
      off: 'nobody',
      error: 'The go command does not take this list: {{error}}',
      canary: 'Tried with {{canary}}.',
      unknown: 'The first look is still to come.',
    },
    kind: {
      public: 'A public module',
      private: 'A private module',
      missing: 'A module that there is not',
    },
    outcome: {
      served: 'comes from {{source}}.',
      notFound: 'is not found, and the build says so.',
      failed: 'makes the build fail at {{source}}.',
      missingFailed:
        'is an error at {{source}}, so that no source after it is asked.',
      garbage: 'breaks the build: {{source}} sends something else.',
      silent: 'makes the build wait for {{source}} without end.',
      direct: 'is fetched from its own repository.',
      off: 'is asked for nowhere, and the build fails.',
    },
    board: {
      title: 'Sources',
      explanation:
        'How each source does, and what becomes of builds when it alone fails.',
    },
    source: {
      proxy: 'Module proxy',
      database: 'Checksum database',
      since: 'since {{time}}',
      waiting: 'Not looked at yet',
      median: 'Median answer',
      slow: '95 of 100 below',
      availability: 'Served in {{hours}} h',
      certificate: 'Certificate until',
      history_one: '{{count}} look in {{hours}} hours: served at {{share}}',
      history_other: '{{count}} looks in {{hours}} hours: served at {{share}}',
      down: 'If it is down, a public module',
      silent: 'If it does not answer, a public module',
      databaseDown:
        'If it is down, builds that ask it themselves can add no module that is not in their go.sum yet.',
      checks_one: '{{count}} check',
      checks_other: '{{count}} checks',
    },
    state: {
      up: 'Works',
      degraded: 'Works with faults',
      down: 'Down',
      unknown: 'Unknown',
    },
    check: {
      dns: 'Name',
      connection: 'Connection',
      certificate: 'Certificate',
      list: 'Versions',
      info: 'Version information',
      mod: 'go.mod',
      missing: 'Missing module',
      private: 'Private module',
      checksums: 'Checksums',
      clock: 'Clock',
    },
    checkState: {
      pass: 'in order',
      warn: 'warning',
      fail: 'fails',
      skipped: 'not looked at',
    },
    empty: {
      title: 'No module sources are configured',
      description:
        'Name the list that your builds use in app-config.yaml. Then the sources are looked at every few minutes, and scans find retracted and deprecated modules. Without it no source is contacted.',
      snippet: 'Configuration of module sources',
      copy: 'Copy the configuration',
      copied: 'The configuration was copied.',
    },
  },
} as const;
