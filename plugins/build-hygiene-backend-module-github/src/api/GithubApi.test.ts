/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { z } from 'zod';
import { listen } from '../__testUtils__/listen';
import { GithubApi } from './GithubApi';

const repository = 'https://github.example.com/octo-org/octo-repo';

function apiOf(apiBaseUrl: string | undefined, timeoutMilliseconds?: number) {
  const integrations = ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: {
        github: [
          {
            host: 'github.example.com',
            token: 'not-a-real-token',
            rawBaseUrl: 'https://raw.github.example.com',
            ...(apiBaseUrl && { apiBaseUrl }),
          },
        ],
      },
    }),
  );
  return GithubApi.create({
    integrations,
    credentials:
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
    minimumRemaining: 0.2,
    timeoutMilliseconds,
  });
}

const { signal } = new AbortController();
const schema = z.object({});

describe('GithubApi', () => {
  it('gives up on a host that does not answer', async () => {
    const host = await listen(() => {});
    const api = apiOf(host.url, 100);
    const url = api.urlOf(repository, 'actions/runs');
    await expect(
      api.getJson(repository, { url, schema, signal }),
    ).rejects.toThrow(/did not answer in time/);
    await expect(
      api.download(repository, { url, mostBytes: 1, signal }),
    ).rejects.toThrow(/did not answer in time/);
    await host.close();
    await expect(
      api.getJson(repository, { url, schema, signal }),
    ).rejects.toThrow(/cannot be reached/);
  });

  it('follows no circle, and no address of another kind', async () => {
    const locations = ['/repos/again', 'file:///etc/passwd', 'https://'];
    const found: string[] = [];
    for (const location of locations) {
      const host = await listen((_, response) =>
        response.writeHead(302, { location }).end(),
      );
      const api = apiOf(host.url);
      const url = api.urlOf(repository, 'actions/jobs/1/logs');
      await api
        .download(repository, { url, mostBytes: 1, signal })
        .catch(error => found.push(error.message));
      await host.close();
    }
    expect(found).toEqual([
      'GitHub redirects too often',
      'GitHub redirects to what is no address',
      'GitHub redirects to what is no address',
    ]);
  });

  it('needs an address of the API', () => {
    expect(() => apiOf(undefined).urlOf(repository, 'actions/runs')).toThrow(
      /apiBaseUrl/,
    );
    expect(
      apiOf('https://github.example.com/api/v3').urlOf(repository, 'a'),
    ).toBe('https://github.example.com/api/v3/repos/octo-org/octo-repo/a');
  });
});
