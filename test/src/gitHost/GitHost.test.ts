/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { writeFile } from 'node:fs/promises';
import { GitHost } from './GitHost';
import { runGitForText } from './runGit';
import { HostedRepository } from './types';

const token = 'not-a-real-token';
const webHost = 'github.example.com';
const tree = `https://${webHost}/octo-org/orders/tree/main`;

describe('GitHost', () => {
  const directory = createMockDirectory();
  let host: GitHost;
  let orders: HostedRepository;

  async function start(
    options: { rateLimit?: number; treeLimit?: number } = {},
  ) {
    host = await GitHost.start({
      path: directory.resolve('host'),
      token,
      webHost,
      ...options,
    });
    orders = await host.addRepository({
      owner: 'octo-org',
      name: 'orders',
      folder: directory.resolve('orders'),
    });
  }

  function reader(options: { token?: string } = { token }) {
    return UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig({
        data: {
          integrations: {
            github: [{ host: webHost, apiBaseUrl: host.apiUrl, ...options }],
          },
        },
      }),
    });
  }

  async function ask(
    path: string,
    options: { method?: string; body?: unknown; headers?: HeadersInit } = {},
  ) {
    const response = await fetch(
      `${host.apiUrl}/repos/octo-org/orders${path}`,
      {
        method: options.method ?? 'GET',
        headers: { authorization: `Bearer ${token}`, ...options.headers },
        ...(options.body !== undefined && {
          body: JSON.stringify(options.body),
        }),
      },
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text && JSON.parse(text),
    };
  }

  beforeEach(async () => {
    directory.setContent({
      orders: {
        Dockerfile: 'FROM golang:1.25\n',
        '.dockerignore': '.git\n',
        cmd: { 'main.go': 'package main\n', 'go.mod': 'module a\n' },
      },
    });
    await start();
  });

  afterEach(() => host.stop());

  it.each([tree, `https://${webHost}/octo-org/orders`])(
    'gives the tree of %s to the reader of the portal',
    async url => {
      const answer = await reader().readTree(url);
      expect(answer.etag).toBe(await orders.git.resolve('main'));
      const files = await answer.files();
      expect(files.map(({ path }) => path).sort()).toEqual([
        '.dockerignore',
        'Dockerfile',
        'cmd/go.mod',
        'cmd/main.go',
      ]);
    },
  );

  it('gives a folder, and nothing when its commit is known', async () => {
    const answer = await reader().readTree(`${tree}/cmd/`);
    const files = await answer.files();
    expect(files.map(({ path }) => path)).toEqual(['go.mod', 'main.go']);
    const { etag } = answer;
    await expect(reader().readTree(tree, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
  });

  it('gives a file, and nothing when it is known', async () => {
    const { buffer, etag } = await reader().readUrl(`${tree}/cmd/main.go`);
    expect(`${await buffer()}`).toBe('package main\n');
    await expect(
      reader().readUrl(`${tree}/cmd/main.go`, { etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
    await expect(reader().readUrl(`${tree}/main.go`)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it.each([100, 2])('is searched with trees of %p entries', async treeLimit => {
    await host.stop();
    directory.addContent({ host: {} });
    await start({ treeLimit });
    const { files } = await reader().search(`${tree}/**/*.go`);
    expect(files.map(({ url }) => url)).toEqual([`${tree}/cmd/main.go`]);
    expect(`${await files[0].content()}`).toBe('package main\n');
  });

  it.each([
    [{}, 404, 'NotFoundError'],
    [{ token: 'another' }, 401, 'Error'],
  ])('is not there for %p', async (options, status, name) => {
    await expect(reader(options).readTree(tree)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(`${status}`),
    });
  });

  it('counts what is asked, and not what is known', async () => {
    await host.stop();
    await start({ rateLimit: 2 });
    const first = await ask('');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await ask('', { headers })).status).toBe(304);
    expect((await ask('/commits')).status).toBe(200);
    await expect(reader().readTree(tree)).rejects.toThrow(
      'rate limit exceeded',
    );
  });

  it('is cloned and pushed to by git', async () => {
    const clone = directory.resolve('clone');
    const url = host.cloneUrl(orders, token);
    await runGitForText(['clone', '--quiet', url, clone]);
    await writeFile(`${clone}/Dockerfile`, 'FROM golang:1.26\n');
    await runGitForText(['commit', '--quiet', '-am', 'Update Go'], {
      cwd: clone,
    });
    await runGitForText(['push', '--quiet'], { cwd: clone });
    expect(await orders.git.readFile('main', 'Dockerfile')).toBe(
      'FROM golang:1.26\n',
    );
    await expect(
      runGitForText(['ls-remote', host.cloneUrl(orders, 'another')]),
    ).rejects.toThrow('Authentication failed');
  });

  it('makes branches and pull requests, and merges them', async () => {
    const main = await orders.git.resolve('main');
    const { body: blob } = await ask('/git/blobs', {
      method: 'POST',
      body: { content: 'RlJPTSBzY3JhdGNoCg==', encoding: 'base64' },
    });
    const { body: made } = await ask('/git/trees', {
      method: 'POST',
      body: {
        base_tree: main,
        tree: [
          { path: 'Dockerfile', mode: '100644', sha: blob.sha },
          { path: '.dockerignore', mode: '100644', sha: null },
          { path: 'README.md', mode: '100644', content: '# Orders\n' },
        ],
      },
    });
    const { body: commit } = await ask('/git/commits', {
      method: 'POST',
      body: { message: 'Mend', tree: made.sha, parents: [main] },
    });
    const ref = { ref: 'refs/heads/a/mend', sha: commit.sha };
    const reference = () => ask('/git/refs', { method: 'POST', body: ref });
    expect(await reference()).toMatchObject({ status: 201 });
    expect(await reference()).toMatchObject({
      status: 422,
      body: { message: 'Reference already exists' },
    });
    const back = { sha: main };
    expect(
      await ask('/git/refs/heads/a/mend', { method: 'PATCH', body: back }),
    ).toMatchObject({ body: { message: 'Update is not a fast forward' } });

    const wanted = { title: 'Mend', head: 'octo-org:a/mend', base: 'main' };
    const open = () => ask('/pulls', { method: 'POST', body: wanted });
    expect(await open()).toMatchObject({
      status: 201,
      body: { number: 1, state: 'open', head: { sha: commit.sha } },
    });
    expect(await open()).toMatchObject({
      status: 422,
      body: {
        errors: [
          { message: 'A pull request already exists for octo-org:a/mend.' },
        ],
      },
    });
    const merge = { method: 'PUT', body: { sha: commit.sha } };
    expect(await ask('/pulls/1/merge', merge)).toMatchObject({ status: 200 });
    expect(await ask('/pulls/1/merge', merge)).toMatchObject({ status: 405 });
    expect((await ask('/pulls?state=all')).body).toMatchObject([
      { number: 1, state: 'closed', merged: true },
    ]);
    const answer = await reader().readTree(tree);
    expect((await answer.files()).map(({ path }) => path).sort()).toEqual([
      'Dockerfile',
      'README.md',
      'cmd/go.mod',
      'cmd/main.go',
    ]);
  });
});
