/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findDockerCheck } from './dockerCheck.mjs';
import { findDockerfilelint } from './dockerfilelint.mjs';
import { findHadolint } from './hadolint.mjs';
import { findTally } from './tally.mjs';

/**
 * The linters beside this engine. Each has a name and either why it is skipped,
 * or its version, which files it reads, how it lints one Dockerfile (the codes
 * of all that it reports), and the command that lints many.
 */
export async function findPeers(scratch) {
  return [
    { name: 'hadolint', ...(await findHadolint()) },
    { name: 'dockerfilelint', ...(await findDockerfilelint(scratch)) },
    { name: 'tally', ...(await findTally(scratch)) },
    { name: 'docker build --check', ...(await findDockerCheck(scratch)) },
  ];
}
