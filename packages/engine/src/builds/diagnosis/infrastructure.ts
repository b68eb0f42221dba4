/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

export const infrastructureFailures: readonly FailureClass[] = [
  {
    id: 'builder.connection_lost',
    kind: 'infrastructure',
    title: 'The builder went away',
    message:
      'The connection to the builder was lost: it died or was restarted, which is not the fault of the last step shown.',
    transient: true,
    fix: 'Run again; if it stays, look at the builder’s own log and its memory (it is often killed for lack of memory).',
    rules: [],
    signatures: [
      {
        pattern:
          /failed to receive status|error reading from server: |closing transport due to|transport is closing|frontend grpc server closed unexpectedly/,
      },
      {
        pattern:
          /code = Unavailable|graceful_stop|stream terminated by RST_STREAM|no active sessions?|failed to get build result/,
        roles: ['none', 'export', 'definition', 'metadata', 'other'],
      },
      {
        pattern:
          /Cannot connect to the Docker daemon|failed to dial gRPC|listing workers for Build|error during connect:/,
      },
    ],
  },
  {
    id: 'builder.canceled',
    kind: 'infrastructure',
    title: 'The build was canceled',
    message: 'The build was canceled before its end; no step failed.',
    transient: true,
    fix: 'Nothing in the Dockerfile: see who or what canceled the job (a newer push, a time limit, a person).',
    rules: ['ci/no-timeout'],
    signatures: [
      {
        pattern:
          /Canceled: context canceled|^(?:ERROR: )?context canceled$|: context canceled$/,
      },
      {
        pattern:
          /The operation was canceled|received (?:SIGINT|SIGTERM|shutdown signal)/,
      },
    ],
  },
];
