/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { BareRepository } from './BareRepository';
export type { TreeChange, TreeEntry } from './BareRepository';
export { failed } from './answers';
export { GitHost } from './GitHost';
export type { GitHostOptions } from './GitHost';
export { GitError, runGit, runGitForText } from './runGit';
export type {
  HostAnswer,
  HostedRepository,
  HostRequest,
  PullRequest,
} from './types';
