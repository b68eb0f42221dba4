/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FailureClass } from './failureClass';

export const resourceFailures: readonly FailureClass[] = [
  {
    id: 'resource.oom',
    kind: 'resource',
    title: 'The build ran out of memory',
    message: 'The step was killed or could not get memory.',
    transient: true,
    fix: 'Give the builder more memory, or use less: go build -p 1, GOMEMLIMIT, fewer parallel stages.',
    rules: [],
    signatures: [
      {
        pattern:
          /signal: killed|\bOOMKilled\b|[Oo]ut of memory|[Cc]annot allocate memory|ENOMEM|virtual memory exhausted/,
      },
      {
        pattern:
          /failed to reserve page summary memory|failed to create new OS thread|heap out of memory|mmap: cannot allocate/,
      },
      { pattern: /^(?:\S+: (?:line )?\d+: )?(?: *\d+ )?Killed\b/ },
      {
        pattern: /exit (?:code|status):? 137\b|returned a non-zero code: 137\b/,
        strength: 'likely',
      },
    ],
  },
];
