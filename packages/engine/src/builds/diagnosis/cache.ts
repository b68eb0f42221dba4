/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

export const cacheFailures: readonly FailureClass[] = [
  {
    id: 'cache.import_miss',
    kind: 'cache',
    title: 'The cache could not be imported',
    message:
      'The build cache could not be imported; the build goes on without it.',
    transient: true,
    fix: 'Nothing on the first build of a branch; else check the cache’s name, scope and credentials.',
    rules: ['cache/remote-cache-missing', 'cache/remote-cache-mode-min'],
    signatures: [
      { pattern: /failed to configure \S+ cache importer/ },
      {
        pattern:
          /importing cache manifest from .{0,300}(?:error|failed|not found)/i,
      },
    ],
  },
  {
    id: 'cache.export_failed',
    kind: 'cache',
    title: 'The cache could not be exported',
    message: 'The image was built, but the build cache could not be exported.',
    transient: true,
    fix: 'Run again; set ignore-error=true on cache-to so that a cache outage does not fail builds, and keep buildx and BuildKit current.',
    rules: ['cache/remote-cache-missing', 'cache/remote-cache-mode-min'],
    signatures: [
      { pattern: /error writing layer blob|error writing manifest blob/ },
      {
        pattern:
          /failed to configure \S+ cache exporter|error exporting cache|failed to (?:save|commit|reserve) cache/,
      },
      {
        pattern:
          /failed to parse error response \d{3}|GitHub Actions is temporarily unavailable|services aren't available right now|legacy service is shutting down/,
      },
      {
        pattern: /[Cc]ache export (?:feature )?is(?: currently)? not supported/,
      },
    ],
  },
  {
    id: 'cache.corrupt',
    kind: 'cache',
    title: 'The builder’s cache is damaged',
    message:
      'The builder’s own store lacks something that its cache refers to.',
    transient: true,
    fix: 'Run again without cache (--no-cache) or prune the builder (docker buildx prune); on CI start a fresh builder.',
    rules: [],
    signatures: [
      {
        pattern:
          /(?:parent )?snapshot \S+ does not exist|unexpected commit digest|failed size validation/,
      },
      {
        pattern:
          /content digest sha256:[0-9a-f]+: not found|blob sha256:[0-9a-f]+ (?:expected|not found)|(?:^|: )blob not found$/,
      },
      {
        pattern:
          /failed to (?:prepare|get|load) (?:extraction snapshot|state for index|edge)|missing (?:required )?content|failed to load (?:cache(?! key)|ref)/,
      },
      { pattern: /failed to prepare \S+ as \S+:/ },
      {
        pattern:
          /\blease "[^"]{1,100}": not found|\blease does not exist|missing lease requirement|unknown blob sha256:[0-9a-f]+ in history/,
      },
    ],
  },
];
