/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { created, failed, notFound, ok, readJson } from '../answers';
import { HostAddresses, HostedRepository, PullRequest, Route } from '../types';
import { describeRepository } from './describeRepository';

/**
 * Pull requests between branches of a repository.
 *
 * https://docs.github.com/en/rest/pulls/pulls
 */
export const pullRoutes: Route[] = [
  {
    method: 'GET',
    path: /^\/pulls$/,
    async answer({ host, repository, request: { query } }) {
      const state = query.get('state') ?? 'open';
      const head = query.get('head');
      const base = query.get('base');
      const pulls = repository.pulls
        .filter(pull => state === 'all' || pull.state === state)
        .filter(pull => !head || head === `${repository.owner}:${pull.head}`)
        .filter(pull => !base || base === pull.base);
      return ok(
        await Promise.all(pulls.map(pull => describe(host, repository, pull))),
      );
    },
  },
  {
    method: 'GET',
    path: /^\/pulls\/(\d+)$/,
    async answer({ host, repository, request, parts: [number] }) {
      const pull = find(repository, number);
      if (!pull) {
        return notFound();
      }
      return /^application\/vnd\.github(?:\.v3)?\.diff\b/.test(
        request.headers.accept ?? '',
      )
        ? {
            status: 200,
            headers: { 'content-type': 'application/vnd.github.diff' },
            body: Buffer.from(await repository.git.diff(pull.base, pull.head)),
          }
        : ok(await describe(host, repository, pull));
    },
  },
  {
    method: 'POST',
    path: /^\/pulls$/,
    async answer({ host, repository, request }) {
      const { title, body, head, base, draft } = readJson(request) ?? {};
      const branch = `${head}`.replace(`${repository.owner}:`, '');
      for (const [field, name] of [
        ['head', branch],
        ['base', `${base}`],
      ]) {
        if (!(await repository.git.resolve(`refs/heads/${name}`))) {
          return invalid({ field, code: 'invalid' });
        }
      }
      if (
        repository.pulls.some(
          pull => pull.state === 'open' && pull.head === branch,
        )
      ) {
        return invalid({
          code: 'custom',
          message: `A pull request already exists for ${repository.owner}:${branch}.`,
        });
      }
      if (await repository.git.isAncestor(`refs/heads/${branch}`, `${base}`)) {
        return invalid({
          code: 'custom',
          message: `No commits between ${base} and ${branch}`,
        });
      }
      const pull: PullRequest = {
        number: repository.pulls.length + 1,
        title: `${title}`,
        body: `${body ?? ''}`,
        state: 'open',
        isDraft: draft === true,
        head: branch,
        base: `${base}`,
      };
      repository.pulls.push(pull);
      return created(await describe(host, repository, pull));
    },
  },
  {
    method: 'PATCH',
    path: /^\/pulls\/(\d+)$/,
    async answer({ host, repository, request, parts: [number] }) {
      const pull = find(repository, number);
      if (!pull) {
        return notFound();
      }
      const { title, body, state, base } = readJson(request) ?? {};
      Object.assign(pull, {
        ...(typeof title === 'string' && { title }),
        ...(typeof body === 'string' && { body }),
        ...(typeof base === 'string' && { base }),
        ...((state === 'open' || state === 'closed') && { state }),
      });
      return ok(await describe(host, repository, pull));
    },
  },
  {
    method: 'PUT',
    path: /^\/pulls\/(\d+)\/merge$/,
    async answer({ repository, request, parts: [number] }) {
      const pull = find(repository, number);
      if (!pull) {
        return notFound();
      }
      const { git } = repository;
      const { sha } = readJson(request) ?? {};
      const [base, head] = [
        `refs/heads/${pull.base}`,
        `refs/heads/${pull.head}`,
      ];
      const [ours, theirs] = [await git.resolve(base), await git.resolve(head)];
      if (sha !== undefined && sha !== theirs) {
        return failed(
          409,
          'Head branch was modified. Review and try the merge again.',
        );
      }
      const tree =
        pull.state === 'open' && ours && theirs
          ? await git.mergeTrees(ours, theirs)
          : undefined;
      if (!tree) {
        return failed(405, 'Pull Request is not mergeable');
      }
      pull.merged = await git.createCommit({
        message: `Merge pull request #${number} from ${repository.owner}/${pull.head}\n\n${pull.title}`,
        tree,
        parents: [ours!, theirs!],
      });
      await git.updateRef(base, pull.merged);
      pull.state = 'closed';
      return ok({
        sha: pull.merged,
        merged: true,
        message: 'Pull Request successfully merged',
      });
    },
  },
];

function find({ pulls }: HostedRepository, number: string) {
  return pulls.find(pull => `${pull.number}` === number);
}

function invalid(error: Record<string, string>) {
  return failed(422, 'Validation Failed', [
    { resource: 'PullRequest', ...error },
  ]);
}

async function describe(
  host: HostAddresses,
  repository: HostedRepository,
  pull: PullRequest,
) {
  const { owner, name, git } = repository;
  const side = async (ref: string) => ({
    label: `${owner}:${ref}`,
    ref,
    sha: await git.resolve(`refs/heads/${ref}`),
    repo: describeRepository(host, repository),
  });
  return {
    id: repository.id * 1000 + pull.number,
    number: pull.number,
    url: `${host.apiUrl}/repos/${owner}/${name}/pulls/${pull.number}`,
    html_url: `${host.webUrl}/${owner}/${name}/pull/${pull.number}`,
    state: pull.state,
    draft: pull.isDraft,
    title: pull.title,
    body: pull.body,
    head: await side(pull.head),
    base: await side(pull.base),
    merged: pull.merged !== undefined,
    merge_commit_sha: pull.merged ?? null,
  };
}
