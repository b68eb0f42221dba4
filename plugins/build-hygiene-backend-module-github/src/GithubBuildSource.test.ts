/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { GithubApi } from './api';
import { GithubBuildSource } from './GithubBuildSource';
import { readGithubBuildsConfig } from './readGithubBuildsConfig';

describe('GithubBuildSource', () => {
  const config = new ConfigReader({
    integrations: {
      github: [
        {
          host: 'github.example.com',
          apiBaseUrl: 'https://github.example.com/api/v3',
        },
      ],
      gitlab: [
        {
          host: 'gitlab.example.com',
          apiBaseUrl: 'https://gitlab.example.com/api/v4',
        },
      ],
    },
    buildHygiene: { github: { builds: { enabled: true } } },
  });
  const integrations = ScmIntegrations.fromConfig(config);
  const source = GithubBuildSource.create({
    api: GithubApi.create({
      integrations,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      minimumRemaining: 0,
    }),
    integrations,
    config: readGithubBuildsConfig(config)!,
    logger: mockServices.logger.mock(),
  });

  it.each<[string | undefined, string | undefined, string | undefined]>([
    [
      'Octo-Org/Octo.Repo',
      'https://github.example.com/octo-org/octo.repo/tree/main/',
      'https://github.example.com/octo-org/octo.repo',
    ],
    ['a/b', undefined, 'https://github.com/a/b'],
    ['a/b', 'https://gitlab.example.com/a/b', 'https://github.com/a/b'],
    ['a/b', 'no address', 'https://github.com/a/b'],
    [undefined, 'https://github.example.com/a/b', undefined],
    ['', undefined, undefined],
    ['a', undefined, undefined],
    ['a/b/c', undefined, undefined],
    ['a/..', undefined, undefined],
    ['../b', undefined, undefined],
    ['a/b?x', undefined, undefined],
    ['a/b#x', undefined, undefined],
    ['a/b%2f', undefined, undefined],
  ])('finds the repository of %s at %s', (slug, target, repository) => {
    expect(
      source.repositoryOf({
        entityRef: 'component:default/a',
        annotations:
          slug === undefined ? {} : { 'github.com/project-slug': slug },
        ...(target && { location: { type: 'url', target } }),
      }),
    ).toBe(repository);
  });
});
