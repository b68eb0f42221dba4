/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { APIRequestContext, expect, request } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GitHost, HostedRepository } from '../src/gitHost';

// As in app-config.yaml.
const webHost = 'github.example.com';
const token = 'not-a-real-token';
const port = 7121;

/** A service in a repository of a git host, as the catalog has it. */
export interface HostedService {
  host: GitHost;
  repository: HostedRepository;
  /** Where people look at the repository. */
  webUrl: string;
  /** What the host lets in. */
  token: string;
  /** The portal's, as a guest. */
  api: APIRequestContext;
  /** Where the API has the service. */
  apiPath: string;
  /** Takes the service out of the portal: other tests count the services. */
  end(): Promise<void>;
}

/** Copies an example to a git host, and waits until the portal scanned it. */
export async function addHostedService(options: {
  baseURL: string | undefined;
  example: string;
  name: string;
  title: string;
}): Promise<HostedService> {
  const { baseURL, example, name, title } = options;
  const folder = await mkdtemp(join(tmpdir(), 'build-hygiene-git-host-'));
  const source = join(folder, 'source');
  await cp(resolve(__dirname, '../../examples', example), source, {
    recursive: true,
  });
  const catalogInfo = join(source, 'catalog-info.yaml');
  await writeFile(
    catalogInfo,
    (await readFile(catalogInfo, 'utf8'))
      .replace(/^ {2}name: .*/m, `  name: ${name}`)
      .replace(/^ {2}title: .*/m, `  title: ${title}`),
  );
  const host = await GitHost.start({
    path: join(folder, 'host'),
    webHost,
    token,
    port,
  });
  const repository = await host.addRepository({
    owner: 'parcel',
    name,
    folder: source,
  });

  const guest = await request.newContext({ baseURL });
  const signedIn = await guest.post('/api/auth/guest/refresh');
  const { backstageIdentity } = await signedIn.json();
  await guest.dispose();
  const api = await request.newContext({
    baseURL,
    extraHTTPHeaders: { Authorization: `Bearer ${backstageIdentity.token}` },
  });
  const webUrl = `https://${webHost}/parcel/${name}`;
  const registered = await api.post('/api/catalog/locations', {
    data: { type: 'url', target: `${webUrl}/blob/main/catalog-info.yaml` },
  });
  expect(registered.status()).toBe(201);
  const { location } = await registered.json();
  const apiPath = `/api/build-hygiene/services/by-name/component/default/${name}`;
  await expect
    .poll(
      async () => {
        const answer = await api.get(apiPath);
        return answer.ok() && (await answer.json()).scan.status;
      },
      { timeout: 60_000 },
    )
    .toBe('scanned');

  return {
    host,
    repository,
    webUrl,
    token,
    api,
    apiPath,
    end: async () => {
      await api.delete(`/api/catalog/locations/${location.id}`);
      await expect
        .poll(async () => (await api.get(apiPath)).status(), {
          timeout: 60_000,
        })
        .toBe(404);
      await api.dispose();
      await host.stop();
      await rm(folder, { recursive: true });
    },
  };
}
