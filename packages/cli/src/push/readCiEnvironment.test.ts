/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readCiEnvironment } from './readCiEnvironment';

const commit = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

const gitHub = {
  GITHUB_ACTIONS: 'true',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'shop/orders',
  GITHUB_RUN_ID: '17',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_SHA: commit,
  GITHUB_REF: 'refs/heads/feature/x',
};
const gitLab = {
  GITLAB_CI: 'true',
  CI_JOB_ID: '99',
  CI_COMMIT_SHA: commit,
  CI_COMMIT_BRANCH: 'main',
  CI_JOB_URL: 'https://gitlab.example/shop/orders/-/jobs/99',
};
const jenkins = {
  JENKINS_URL: 'https://jenkins.example/',
  BUILD_TAG: 'jenkins-orders-7',
  GIT_COMMIT: commit,
  GIT_BRANCH: 'origin/main',
  BUILD_URL: 'https://jenkins.example/job/orders/7/',
};
const buildkite = {
  BUILDKITE: 'true',
  BUILDKITE_JOB_ID: 'j1',
  BUILDKITE_COMMIT: commit,
  BUILDKITE_BRANCH: 'main',
  BUILDKITE_PULL_REQUEST: 'false',
  BUILDKITE_BUILD_URL: 'https://buildkite.com/shop/orders/builds/3',
};

describe('readCiEnvironment', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'GitHub Actions',
      gitHub,
      {
        provider: 'github-actions',
        runId: '17',
        attempt: '2',
        commit,
        branch: 'feature/x',
        runUrl: 'https://github.com/shop/orders/actions/runs/17',
      },
    ],
    [
      'GitLab CI',
      gitLab,
      {
        provider: 'gitlab',
        runId: '99',
        commit,
        branch: 'main',
        runUrl: 'https://gitlab.example/shop/orders/-/jobs/99',
      },
    ],
    [
      'Jenkins',
      jenkins,
      {
        provider: 'jenkins',
        runId: 'jenkins-orders-7',
        commit,
        branch: 'main',
        runUrl: 'https://jenkins.example/job/orders/7/',
      },
    ],
    [
      'Buildkite',
      buildkite,
      {
        provider: 'buildkite',
        runId: 'j1',
        commit,
        branch: 'main',
        runUrl: 'https://buildkite.com/shop/orders/builds/3#j1',
      },
    ],
    [
      'Tekton, which sets no variables',
      {
        BUILD_HYGIENE_PROVIDER: 'tekton',
        BUILD_HYGIENE_RUN_ID: 'orders-run-x7',
        BUILD_HYGIENE_COMMIT: commit,
        BUILD_HYGIENE_BRANCH: '',
      },
      { provider: 'tekton', runId: 'orders-run-x7', commit },
    ],
    ['a machine', { GIT_COMMIT: commit, CI: 'true' }, {}],
  ])('reads %s', (_, env, facts) => {
    expect(readCiEnvironment(env)).toEqual(facts);
  });

  it.each<[Record<string, string>, string]>([
    [{ ...gitHub, GITHUB_REF: 'refs/pull/7/merge' }, 'pull/7/merge'],
    [{ ...gitHub, GITHUB_REF: 'refs/tags/main' }, 'tags/main'],
    [
      { ...gitLab, CI_MERGE_REQUEST_REF_PATH: 'refs/merge-requests/3/head' },
      'merge-requests/3/head',
    ],
    [{ ...gitLab, CI_COMMIT_BRANCH: '', CI_COMMIT_TAG: 'v1' }, 'tags/v1'],
    [{ ...jenkins, BRANCH_NAME: 'PR-3', CHANGE_ID: '3' }, 'pull/3'],
    [{ ...jenkins, BRANCH_NAME: 'v1', TAG_NAME: 'v1' }, 'tags/v1'],
    [{ ...jenkins, BRANCH_NAME: 'next' }, 'next'],
    [{ ...buildkite, BUILDKITE_PULL_REQUEST: '5' }, 'pull/5'],
    [{ ...buildkite, BUILDKITE_TAG: 'v1' }, 'tags/v1'],
    [{ ...gitHub, BUILD_HYGIENE_BRANCH: 'other' }, 'other'],
  ])('takes no pull request or tag for a branch: %j', (env, branch) => {
    expect(readCiEnvironment(env).branch).toBe(branch);
  });

  it('takes HEAD for no commit', () => {
    const env = { ...buildkite, BUILDKITE_COMMIT: 'HEAD' };
    expect(readCiEnvironment(env).commit).toBeUndefined();
  });
});
