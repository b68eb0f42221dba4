/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';
import { notFound, ok } from '../answers';
import { HostAddresses, HostedRepository, Route } from '../types';
import { describeRepository } from './describeRepository';

/** A repository, and what its commits are. */
export const repositoryRoutes: Route[] = [
  {
    method: 'GET',
    path: /^$/,
    answer: async ({ host, repository }) =>
      ok(describeRepository(host, repository)),
  },
  {
    // https://docs.github.com/en/rest/commits/statuses#get-the-combined-status-for-a-specific-reference
    method: 'GET',
    path: /^\/commits\/(.+)\/status$/,
    async answer({ host, repository, parts: [ref] }) {
      const sha = await repository.git.resolve(ref);
      return sha === undefined
        ? notFound()
        : ok({
            state: 'pending',
            statuses: [],
            sha,
            total_count: 0,
            repository: describeRepository(host, repository),
          });
    },
  },
  {
    // https://docs.github.com/en/rest/commits/commits#get-a-commit
    method: 'GET',
    path: /^\/commits\/(.+)$/,
    async answer({ host, repository, parts: [ref] }) {
      const sha = await repository.git.resolve(ref);
      return sha === undefined
        ? notFound()
        : ok(await describeCommit(host, repository, sha));
    },
  },
  {
    // https://docs.github.com/en/rest/commits/commits#list-commits
    method: 'GET',
    path: /^\/commits$/,
    async answer({ host, repository, request: { query } }) {
      const from = query.get('sha') ?? repository.defaultBranch;
      const sha = await repository.git.resolve(from);
      if (sha === undefined) {
        return notFound();
      }
      const most = Math.min(Number(query.get('per_page') ?? 30), 100);
      const commits = await repository.git.log(sha, most);
      return ok(
        await Promise.all(
          commits.map(commit => describeCommit(host, repository, commit)),
        ),
      );
    },
  },
  {
    // https://docs.github.com/en/rest/repos/contents#download-a-repository-archive-tar
    method: 'GET',
    path: /^\/tarball(?:\/(.+))?$/,
    async answer({ host, repository, parts: [ref] }) {
      const { owner, name, defaultBranch } = repository;
      const sha = await repository.git.resolve(ref ?? defaultBranch);
      if (sha === undefined) {
        return notFound();
      }
      // The link is enough: whoever has it needs no token.
      const key = downloadKey(repository, sha);
      return {
        status: 302,
        headers: {
          location: `${host.url}/_codeload/${owner}/${name}/${sha}?token=${key}`,
        },
      };
    },
  },
];

/** What makes the link to an archive work. */
export function downloadKey({ git }: HostedRepository, commit: string): string {
  return createHash('sha256').update(`${git.path} ${commit}`).digest('hex');
}

async function describeCommit(
  { apiUrl, webUrl }: HostAddresses,
  { owner, name, git }: HostedRepository,
  sha: string,
) {
  const parents = await git.parentsOf(sha);
  return {
    sha,
    url: `${apiUrl}/repos/${owner}/${name}/commits/${sha}`,
    html_url: `${webUrl}/${owner}/${name}/commit/${sha}`,
    commit: {
      message: await git.messageOf(sha),
      tree: { sha: await git.treeOf(sha) },
    },
    parents: parents.map(parent => ({ sha: parent })),
  };
}
