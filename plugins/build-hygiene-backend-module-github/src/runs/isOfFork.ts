/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GithubRun } from '../api';

/**
 * Whether a run built the code of another repository. Everybody can have such
 * runs with a pull request, and what they build and log is up to them.
 */
export function isOfFork(run: GithubRun): boolean {
  const { repository, head_repository: head } = run;
  return head?.full_name.toLowerCase() !== repository.full_name.toLowerCase();
}
