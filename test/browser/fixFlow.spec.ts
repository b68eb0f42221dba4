/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { APIRequestContext, expect, request, test } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GitHost, HostedRepository } from '../src/gitHost';
import { openTab, servicePath } from './servicePage';

// As in app-config.yaml.
const webHost = 'github.example.com';
const token = 'not-a-real-token';
const port = 7121;

const name = 'address-finder';
const example = resolve(__dirname, '../../examples/go-version-drift');
const apiPath = `/api/build-hygiene/services/by-name/component/default/${name}`;

test.describe('the template that fixes a build', () => {
  let folder: string;
  let host: GitHost;
  let repository: HostedRepository;
  let api: APIRequestContext;
  let location: string;

  /** A service of its own, in a repository of a git host. */
  test.beforeAll(async ({ baseURL }) => {
    test.setTimeout(120_000);
    folder = await mkdtemp(join(tmpdir(), 'build-hygiene-git-host-'));
    const source = join(folder, 'source');
    await cp(example, source, { recursive: true });
    const catalogInfo = join(source, 'catalog-info.yaml');
    await writeFile(
      catalogInfo,
      (await readFile(catalogInfo, 'utf8'))
        .replace('name: address-book', `name: ${name}`)
        .replace('title: Address book', 'title: Address finder'),
    );
    host = await GitHost.start({
      path: join(folder, 'host'),
      webHost,
      token,
      port,
    });
    repository = await host.addRepository({
      owner: 'parcel',
      name,
      folder: source,
    });

    const guest = await request.newContext({ baseURL });
    const signedIn = await guest.post('/api/auth/guest/refresh');
    const { backstageIdentity } = await signedIn.json();
    await guest.dispose();
    api = await request.newContext({
      baseURL,
      extraHTTPHeaders: { Authorization: `Bearer ${backstageIdentity.token}` },
    });
    const registered = await api.post('/api/catalog/locations', {
      data: {
        type: 'url',
        target: `https://${webHost}/parcel/${name}/blob/main/catalog-info.yaml`,
      },
    });
    expect(registered.status()).toBe(201);
    location = (await registered.json()).location.id;
    await expect
      .poll(
        async () => {
          const answer = await api.get(apiPath);
          return answer.ok() && (await answer.json()).scan.status;
        },
        { timeout: 60_000 },
      )
      .toBe('scanned');
  });

  /** Other tests count the services. */
  test.afterAll(async () => {
    test.setTimeout(120_000);
    await api.delete(`/api/catalog/locations/${location}`);
    await expect
      .poll(async () => (await api.get(apiPath)).status(), {
        timeout: 60_000,
      })
      .toBe(404);
    await api.dispose();
    await host.stop();
    await rm(folder, { recursive: true });
  });

  test('raises the score that the page shows', async ({ page }) => {
    test.setTimeout(120_000);
    await openTab(page, name);
    await expect(
      page.getByRole('img', { name: 'Score 55 of 100' }).first(),
    ).toBeVisible();

    await page.getByRole('link', { name: 'Open pull request' }).click();
    await expect(page.getByRole('combobox', { name: /^Service/ })).toHaveValue(
      'Address finder',
    );
    await expect(
      page.getByRole('group', { name: 'The score goes from 55 to 99' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Review' }).click();
    await expect(page.getByRole('row', { name: /^Score/ })).toContainText(
      '55 → 99',
    );
    await expect(page.getByRole('row', { name: /^Changes/ })).toContainText(
      'Raise the builder image to the Go that go.mod asks for (+44)',
    );
    await expect(page.getByText('modules/go-newer-than-image')).toHaveCount(0);
    await page.getByRole('button', { name: 'Create', exact: true }).click();

    await expect(
      page.getByText('Score 55 → 99. Changed: Dockerfile.'),
    ).toBeVisible({
      timeout: 60_000,
    });
    await expect(
      page.getByRole('link', { name: 'Pull request' }),
    ).toHaveAttribute('href', `https://${webHost}/parcel/${name}/pull/1`);
    expect(repository.pulls).toMatchObject([
      { head: `build-hygiene/${name}`, state: 'open' },
    ]);

    const merged = await fetch(
      `${host.apiUrl}/repos/parcel/${name}/pulls/1/merge`,
      { method: 'PUT', headers: { authorization: `Bearer ${token}` } },
    );
    expect(merged.status).toBe(200);
    await page.goto(`${servicePath(name)}/build-hygiene`);
    await page.getByRole('button', { name: 'Rescan' }).click();
    await expect(
      page.getByRole('img', { name: 'Score 99 of 100' }).first(),
    ).toBeVisible({ timeout: 60_000 });
  });
});
