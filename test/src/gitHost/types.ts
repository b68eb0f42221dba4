/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BareRepository } from './BareRepository';

/** A request, taken apart. */
export interface HostRequest {
  method: string;
  /** Decoded. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** What the host answers. */
export interface HostAnswer {
  status: number;
  headers?: Record<string, string>;
  /** Bytes as they are, anything else as JSON. */
  body?: unknown;
}

/** A pull request, as far as the host keeps it. */
export interface PullRequest {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  isDraft: boolean;
  head: string;
  base: string;
  /** The commit that merged it. */
  merged?: string;
}

/** A repository of the host. */
export interface HostedRepository {
  id: number;
  owner: string;
  name: string;
  defaultBranch: string;
  git: BareRepository;
  pulls: PullRequest[];
}

/** What all answers need to know of the host. */
export interface HostAddresses {
  /** Where people look. */
  webUrl: string;
  /** Where programs ask. */
  apiUrl: string;
  /** Where git and downloads are. */
  url: string;
  /** Entries of a tree that are listed at most. */
  treeLimit: number;
}

/** Answers the requests of one kind for a repository. */
export interface Route {
  method: string;
  /** What comes behind the repository's name. */
  path: RegExp;
  answer(options: {
    host: HostAddresses;
    repository: HostedRepository;
    request: HostRequest;
    /** What the groups of `path` matched. */
    parts: string[];
  }): Promise<HostAnswer>;
}
