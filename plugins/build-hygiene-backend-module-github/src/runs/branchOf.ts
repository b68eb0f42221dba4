/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GithubRun } from '../api';

/**
 * What was built. A pull request is no branch: its builds do not count for the
 * default one.
 */
export function branchOf(run: GithubRun): string | undefined {
  const { event, head_branch: branch, pull_requests: pullRequests } = run;
  const number = pullRequests?.[0]?.number;
  return event.startsWith('pull_request') && number !== undefined
    ? `pull/${number}/merge`
    : branch ?? undefined;
}
