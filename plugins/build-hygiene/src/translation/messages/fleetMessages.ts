/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What the services run on. */
export const fleetMessages = {
  fleet: {
    tab: 'Fleet',
    what: 'the fleet',
    known_one: 'What {{count}} service runs on, as its last scan found it.',
    known_other:
      'What {{count}} services run on, as their last scans found it.',
    asOf: 'Versions and ends of support as of {{day}}.',
    summary_one: '{{count}} service',
    summary_other: '{{count}} services',
    drifted: '{{number}} of them off course',
    none: 'No service says anything of it.',
    all_one: 'Show {{count}} more',
    all_other: 'Show {{count}} more',
    more_one: '{{count}} rarer value is not listed.',
    more_other: '{{count}} rarer values are not listed.',
    empty: {
      title: 'Nothing is known yet',
      description:
        'What services run on shows up here with their next scan. Those that were scanned by an older version are read anew.',
    },
    aspect: {
      'go-directive': 'Go line of go.mod',
      'go-toolchain': 'Toolchain line of go.mod',
      'go-image': 'Go image',
      'base-image': 'Base images',
      'base-pinning': 'How base images are pinned',
      'module-proxy': 'Module proxies (GOPROXY)',
      'checksum-database': 'Checksum database (GOSUMDB)',
      buildkit: 'What is used of BuildKit',
      syntax: 'Dockerfile syntax',
      'ci-cache': 'Caches of CI builds',
    },
    value: {
      unknown: 'Not known',
      digest: 'By digest',
      tag: 'By tag',
      floating: 'Not, or by latest',
      'cache-mount': 'Cache mounts',
      'secret-mount': 'Secret mounts',
      'bind-mount': 'Bind mounts',
      'ssh-mount': 'SSH mounts',
      'tmpfs-mount': 'Mounts in memory',
      heredoc: 'Heredocs',
      'copy-link': 'COPY --link',
      'copy-parents': 'COPY --parents',
      none: 'No cache',
      'remote-builder': 'Builder that keeps its cache',
    },
    drift: {
      ended: 'No more fixes',
      endedOn: 'No fixes since {{day}}',
      'newer-patch': '{{newest}} is out',
      'newer-line': 'Newest is {{newest}}',
      newest: 'newest is {{newest}}',
      floating: 'Changes on its own',
      unverified: 'Modules are not verified',
      'no-proxy': 'Without a proxy',
      invalid: 'Go rejects it',
      'no-cache': 'Starts from nothing',
    },
  },
} as const;
