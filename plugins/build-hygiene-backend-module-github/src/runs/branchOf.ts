/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GithubRun } from '../api';

/**
 * What was built. A pull request is no branch, and the `main` of a fork is not
 * that of the repository: their builds must not count for the default branch.
 */
export function branchOf(run: GithubRun): string | undefined {
  const {
    event,
    head_branch: branch,
    head_repository: head,
    pull_requests: pullRequests,
    repository,
  } = run;
  const number = pullRequests?.[0]?.number;
  if (event.startsWith('pull_request') && number !== undefined) {
    return `pull/${number}/merge`;
  }
  if (!branch) {
    return undefined;
  }
  const isOwn =
    head?.full_name.toLowerCase() === repository.full_name.toLowerCase();
  if (isOwn) {
    return branch;
  }
  // As GitHub writes the branches of forks.
  return `${head?.full_name.split('/')[0] ?? 'unknown'}:${branch}`;
}
