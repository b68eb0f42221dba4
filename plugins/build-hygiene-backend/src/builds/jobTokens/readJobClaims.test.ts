/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readJobClaims } from './readJobClaims';
import { TokenIssuer } from './readTokenIssuers';

const gitHub: TokenIssuer = {
  issuer: 'https://token.actions.githubusercontent.com',
  audiences: ['https://backstage.example'],
  provider: 'github-actions',
  repositories: 'https://github.com',
  claims: {},
};
const gitLab: TokenIssuer = {
  ...gitHub,
  issuer: 'https://gitlab.example/',
  provider: 'gitlab',
  repositories: 'https://gitlab.example/',
};
const other: TokenIssuer = {
  ...gitHub,
  issuer: 'https://ci.example',
  provider: 'our-ci',
  repositories: 'https://git.example/scm',
  claims: { repository: 'repo', branch: 'git_ref', runId: 'build' },
};

describe('readJobClaims', () => {
  it.each<[string | undefined, string | undefined]>([
    ['refs/heads/main', 'main'],
    ['refs/heads/feature/x', 'feature/x'],
    // Whoever opens a pull request names its branch.
    ['refs/pull/7/merge', 'pull/7/merge'],
    ['refs/tags/main', 'tags/main'],
    [undefined, undefined],
  ])('takes %s of GitHub for the branch %s', (ref, branch) => {
    const { facts } = readJobClaims(
      { repository: 'shop/orders', ref, head_ref: 'main' },
      gitHub,
    );
    expect(facts).toEqual({
      provider: 'github-actions',
      ...(branch && { branch }),
    });
  });

  it.each([
    [{ ref_path: 'refs/heads/main', ref: 'main', ref_type: 'branch' }, 'main'],
    [{ ref: 'main', ref_type: 'branch' }, 'main'],
    [{ ref: 'main', ref_type: 'tag' }, 'tags/main'],
    [
      {
        ref_path: 'refs/merge-requests/3/head',
        ref: 'main',
        ref_type: 'branch',
      },
      'merge-requests/3/head',
    ],
  ])('takes %j of GitLab for the branch %s', (claims, branch) => {
    expect(
      readJobClaims(
        {
          project_path: 'shop/backend/orders',
          job_id: '99',
          sha: 'abc',
          ...claims,
        },
        gitLab,
      ),
    ).toEqual({
      issuer: 'https://gitlab.example/',
      repository: 'https://gitlab.example/shop/backend/orders',
      facts: {
        provider: 'gitlab',
        commit: 'abc',
        branch,
        runId: '99',
        runUrl: 'https://gitlab.example/shop/backend/orders/-/jobs/99',
      },
    });
  });

  it('takes the claims that are named, of others', () => {
    expect(
      readJobClaims(
        {
          repo: 'shop/orders',
          git_ref: 'refs/heads/main',
          build: 12,
          sha: 'x',
        },
        other,
      ),
    ).toEqual({
      issuer: 'https://ci.example',
      repository: 'https://git.example/scm/shop/orders',
      facts: { provider: 'our-ci', branch: 'main', runId: '12' },
    });
  });

  it.each(['0', '-1', '1.5', '1e3', 'x', ''])(
    'takes %j for no attempt',
    run_attempt => {
      expect(
        readJobClaims({ repository: 'shop/orders', run_attempt }, gitHub).facts,
      ).toEqual({ provider: 'github-actions' });
    },
  );
});
