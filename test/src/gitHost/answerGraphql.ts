/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ok, readJson } from './answers';
import {
  HostAddresses,
  HostAnswer,
  HostedRepository,
  HostRequest,
} from './types';

/**
 * Answers the one query that is asked here: whether there is a branch, and the
 * newest open pull request for it.
 *
 * https://docs.github.com/en/graphql/reference/objects#ref
 */
export async function answerGraphql(
  { webUrl }: HostAddresses,
  repositories: ReadonlyMap<string, HostedRepository>,
  request: HostRequest,
): Promise<HostAnswer> {
  const { query, variables } = readJson(request) ?? {};
  const { owner, repo, head } = (variables ?? {}) as Record<string, string>;
  if (!`${query}`.includes('associatedPullRequests(first: 1, states: OPEN)')) {
    return ok({ errors: [{ message: 'This query is not answered here' }] });
  }
  const repository = repositories.get(`${owner}/${repo}`);
  if (!repository) {
    return ok({
      data: { repository: null },
      errors: [
        {
          type: 'NOT_FOUND',
          path: ['repository'],
          message: `Could not resolve to a Repository with the name '${owner}/${repo}'.`,
        },
      ],
    });
  }
  const branch = await repository.git.resolve(`refs/heads/${head}`);
  const pulls = repository.pulls
    .filter(pull => pull.state === 'open' && pull.head === head)
    .map(({ number }) => ({
      node: {
        id: `PR_${number}`,
        number,
        url: `${webUrl}/${owner}/${repo}/pull/${number}`,
      },
    }));
  return ok({
    data: {
      repository: {
        ref: branch
          ? { associatedPullRequests: { edges: pulls.slice(-1) } }
          : null,
      },
    },
  });
}
