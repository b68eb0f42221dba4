/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { changesWithCommit, isVersionName } from './changesWithCommit';

describe('changesWithCommit', () => {
  it.each([
    'BUILD_DATE',
    'BUILDTIME',
    'BUILD_NUMBER',
    'COMMIT',
    'COMMIT_SHA',
    'GITHUB_SHA',
    'GIT_COMMIT',
    'GIT_DESCRIBE',
    'GIT_SHA',
    'GIT_TAG',
    'REVISION',
    'VCS_REF',
    'VERSION',
    'APP_VERSION',
    'git_hash',
  ])('%s does', name => {
    expect(changesWithCommit(name)).toBe(true);
  });

  it.each([
    'ALPINE_VERSION',
    'BASE_IMAGE',
    'BRANCH',
    'BUILDPLATFORM',
    'CGO_ENABLED',
    'GITHUB_REF',
    'GIT_BRANCH',
    'GOLANGCI_LINT_VERSION',
    'GOPROXY',
    'GO_VERSION',
    'HTTP_PROXY',
    'LDFLAGS',
    'NODE_VERSION',
    'PORT',
    'TARGETARCH',
    'USER_ID',
  ])('%s does not', name => {
    expect(changesWithCommit(name)).toBe(false);
  });

  it('answers for long names at once', () => {
    const name = `${'git_'.repeat(50_000)}x`;
    expect(changesWithCommit(name)).toBe(false);
  });
});

describe('isVersionName', () => {
  it.each([
    ['VERSION', true],
    ['BUILD_TAG', true],
    ['GIT_SHA', false],
    ['VERSION_DATE', false],
  ])('%s: %s', (name, isVersion) => {
    expect(isVersionName(name)).toBe(isVersion);
  });
});
