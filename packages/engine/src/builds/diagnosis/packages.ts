/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

export const packageFailures: readonly FailureClass[] = [
  {
    id: 'ospkg.dns',
    kind: 'network',
    title: 'The package mirror’s name could not be resolved',
    message: 'The package manager could not resolve {host|the mirror’s name}.',
    transient: true,
    fix: 'Check the builder’s DNS and network access (RUN steps use the builder’s network), then run again.',
    rules: ['platform/daemon-network', 'platform/network-policy-no-dns'],
    signatures: [
      {
        pattern:
          /Temporary failure resolving '?(?<host>[^\s']+)|Could not resolve '(?<host2>[^\s']+)'/,
      },
      {
        pattern:
          /(?:fetch|fetching|WARNING: (?:[Ii]gnoring|opening|updating and opening|fetching)|ERROR:) https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: (?:temporary error \(try again later\)|DNS\b|could not resolve)/i,
      },
      { pattern: /Curl error \(6\): .{0,300} for https?:\/\/(?<host>[^\s/]+)/ },
    ],
  },
  {
    id: 'ospkg.http',
    kind: 'network',
    title: 'The package mirror failed',
    message:
      'The package mirror {host|} did not deliver a package or its index.',
    transient: true,
    fix: 'Run the build again; if it stays, use another mirror, and run the index update and the install in the same RUN.',
    rules: ['cache/packages-after-source', 'image/package-hygiene'],
    signatures: [
      {
        pattern: /\b[45]\d\d\s{1,3}\S.{0,300} \[IP: /,
      },
      {
        pattern:
          /^(?:E|W|Err:\d+)?:? ?Failed to fetch https?:\/\/(?<host>[^\s/]+)/,
      },
      {
        pattern:
          /Hash Sum mismatch|File has unexpected size|is not valid yet \(invalid for|invalid signature was encountered|signatures couldn't be verified|package mentioned in index not found/,
      },
      {
        pattern:
          /(?:Could not connect to|Unable to connect to|Cannot initiate the connection to) (?<host>[\w.-]{1,253}):(?:https?:|\d{1,5} \()/,
      },
      {
        pattern:
          /(?:ERROR: |WARNING: |^)(?:[\w.+-]+: |(?:ignoring|fetching|updating and opening|opening) )?https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: (?:network error|I\/O error|remote server|Permission denied|TLS(?!: server certificate)|operation timed out|connection|unexpected)/i,
      },
      {
        pattern:
          /WARNING: Ignoring https?:\/\/(?<host>[^\s/]+)(?:\/\S*)?: No such file/,
        strength: 'likely',
      },
      // apk names the package in place of its URL.
      {
        pattern:
          /\b[\w.+-]{1,200}-r\d{1,4}: (?:remote server returned error|network error|temporary error|operation timed out|I\/O ERROR|BAD archive|BAD signature)/i,
      },
      { pattern: /Status code: \d{3} for https?:\/\/(?<host>[^\s/]+)/ },
      {
        pattern:
          /Failed to download metadata for repo|does not have a Release file/,
      },
    ],
  },
  {
    id: 'ospkg.package_not_found',
    kind: 'network',
    title: 'The package does not exist',
    message:
      'The distribution has no package {package|of that name or version}.',
    transient: false,
    fix: 'Check the package’s name for this distribution and release, run the index update in the same RUN, and drop versions that the mirror no longer has.',
    rules: ['image/package-hygiene'],
    signatures: [
      { pattern: /E: Unable to locate package (?<package>\S+)/ },
      {
        pattern: /E: Package '(?<package>[^']+)' has no installation candidate/,
      },
      { pattern: /E: Version '[^']+' for '(?<package>[^']+)' was not found/ },
      { pattern: /^\s*(?<package>[\w.+-]+) \((?:no such package|missing)\)/ },
      // Between quotes it is pkg-config that speaks, of a library.
      { pattern: /(?:No match for argument:|No package) (?<package>[^\s']+)/ },
      { pattern: /Unable to find a match: (?<package>\S+)/ },
      { pattern: /unable to select packages/, strength: 'likely' },
    ],
  },
];
