/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createMockDirectory } from '@backstage/backend-test-utils';
import { createHash } from 'node:crypto';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { examplesRoot } from '../examples/annotatedOptions';
import { GitHost, HostedRepository, runGitForText } from '../src/gitHost';
import { component, startFixPortal, token, webHost } from './startFixPortal';

const owner = 'parcel';
const annotated = (dockerfile: string) => ({
  'build-hygiene/dockerfile': dockerfile,
  'build-hygiene/context': '.',
});
const at = (path: string) => `url:https://${webHost}/${owner}/${path}`;

/** The repositories, and the folders that they are made of. */
const repositories = {
  'address-book': 'go-version-drift',
  'parcel-tracking': 'naive',
  'shipping-rates': 'exemplary',
  shop: 'monorepo',
  everything: '.',
};

const services = [
  component('address-book', at('address-book/tree/main/')),
  component('parcel-tracking', at('parcel-tracking/tree/main/')),
  component('shipping-rates', at('shipping-rates')),
  component('orders', at('shop'), annotated('services/orders/Dockerfile')),
  component('billing', at('shop'), annotated('services/billing/Dockerfile')),
  component('customs-forms', at('everything/tree/main/private-modules-wrong/')),
  component(
    'label-printer',
    `file:${resolve(examplesRoot, 'private-modules-right')}/`,
  ),
];

// Real git, real tasks.
jest.setTimeout(120_000);

describe('the template that fixes the build of a service', () => {
  const directory = createMockDirectory();
  const hosted = new Map<string, HostedRepository>();
  let host: GitHost;
  let portal: Awaited<ReturnType<typeof startFixPortal>>;

  beforeAll(async () => {
    host = await GitHost.start({
      path: directory.resolve('host'),
      token,
      webHost,
    });
    for (const [name, folder] of Object.entries(repositories)) {
      hosted.set(
        name,
        await host.addRepository({
          owner,
          name,
          folder: resolve(examplesRoot, folder),
        }),
      );
    }
    portal = await startFixPortal({ host, services });
    await portal.scan();
  });

  beforeEach(() => {
    host.requests.length = 0;
  });

  afterAll(async () => {
    await portal?.stop();
    await host?.stop();
  });

  const repositoryOf = (name: string) => hosted.get(name)!;
  const scoreOf = async (name: string) =>
    (await portal.serviceOf(name)).report.score.value;
  /** What was changed on the host. */
  const writes = () =>
    host.requests.filter(
      ({ method, path }) => method !== 'GET' && path !== '/api/graphql',
    );

  /** Commits and pushes, as a developer does. */
  async function push(
    name: string,
    change: (clone: string) => Promise<void>,
  ): Promise<void> {
    const clone = directory.resolve(`clone-of-${name}`);
    const url = host.cloneUrl(repositoryOf(name), token);
    await runGitForText(['clone', '--quiet', url, clone]);
    await change(clone);
    await runGitForText(['commit', '--quiet', '-am', 'Go on'], { cwd: clone });
    await runGitForText(['push', '--quiet'], { cwd: clone });
  }

  async function merge(name: string, number: number): Promise<void> {
    const response = await fetch(
      `${host.apiUrl}/repos/${owner}/${name}/pulls/${number}/merge`,
      { method: 'PUT', headers: { authorization: `Bearer ${token}` } },
    );
    expect(response.status).toBe(200);
  }

  it('raises the score to 95 and more, by a pull request that is merged', async () => {
    const repository = repositoryOf('address-book');
    expect(await scoreOf('address-book')).toBeLessThan(60);
    const main = await repository.git.resolve('main');

    const task = await portal.fix('address-book');

    expect(task).toMatchObject({ status: 'completed', error: undefined });
    expect(repository.pulls).toEqual([
      {
        number: 1,
        title: 'Raise the builder image to the Go that go.mod asks for',
        body: expect.stringMatching(/^### Build Hygiene: 55 → 99\n/),
        state: 'open',
        isDraft: false,
        head: 'build-hygiene/address-book',
        base: 'main',
      },
    ]);
    expect(repository.pulls[0].body).toContain(
      '`Dockerfile:1` go.mod:3 asks for Go 1.27.0',
    );
    expect(
      await repository.git.diff('main', 'build-hygiene/address-book'),
    ).toMatch(
      /^diff --git a\/Dockerfile b\/Dockerfile\n[^]*\n-FROM golang:1\.24-trixie AS build\n\+FROM golang:1\.27-trixie AS build\n/,
    );
    expect(repository.pulls[0].body).toMatch(
      /\n\nThe template \*Fix the build of a service\* made this branch, .+\.$/,
    );
    expect(task.output?.links).toContainEqual(
      expect.objectContaining({
        url: `https://${webHost}/${owner}/address-book/pull/1`,
      }),
    );
    expect(task.output?.text?.[0].content).toMatch(
      /^Score 55 → 99\. Changed: Dockerfile\./,
    );
    expect(await repository.git.resolve('main')).toBe(main);

    await merge('address-book', 1);
    await portal.rescan('address-book');

    expect(await scoreOf('address-book')).toBeGreaterThanOrEqual(95);
    const { scan } = await portal.serviceOf('address-book');
    expect(scan.commit).toBe(await repository.git.resolve('main'));

    const again = await portal.fix('address-book');
    expect(again).toMatchObject({
      status: 'failed',
      error: expect.stringContaining('there is nothing to fix'),
    });
    expect(repository.pulls).toHaveLength(1);
  });

  it('updates its pull request where there is one', async () => {
    const repository = repositoryOf('shop');
    const branch = 'build-hygiene/billing';
    const one = await portal.fix('billing', {
      rules: ['cache/build-cache-mount'],
    });
    expect(one).toMatchObject({ status: 'completed' });
    const [{ body }] = repository.pulls;

    await push('shop', clone => appendFile(join(clone, 'README.md'), 'More\n'));
    const all = await portal.fix('billing');

    expect(all).toMatchObject({ status: 'completed' });
    expect(all.output?.links?.[0]).toEqual(one.output?.links?.[0]);
    expect(repository.pulls).toHaveLength(1);
    expect(repository.pulls[0]).toMatchObject({ head: branch, state: 'open' });
    expect(repository.pulls[0].body).not.toBe(body);
    expect(repository.pulls[0].body).toContain('`cache/deps-before-source`');
    // One commit on top of what the branch is now.
    const head = (await repository.git.resolve(branch))!;
    expect(await repository.git.parentsOf(head)).toEqual([
      await repository.git.resolve('main'),
    ]);
    expect(await repository.git.messageOf(head)).toBe(
      repository.pulls[0].title,
    );

    await merge('shop', 1);
    await portal.rescan('billing');
    expect(await scoreOf('billing')).toBeGreaterThanOrEqual(95);
    await portal.rescan('orders');
    expect(await scoreOf('orders')).toBe(100);
    expect(await repository.git.readFile('main', 'README.md')).toMatch(
      /More\n$/,
    );
  });

  it('takes the diff that was looked at, and no other', async () => {
    const repository = repositoryOf('parcel-tracking');
    const { plan } = (await portal.serviceOf('parcel-tracking')).report;
    const rules = plan.fixes.map(({ rule }: { rule: string }) => rule);
    const diffDigest = createHash('sha256').update(plan.diff).digest('hex');

    const agreed = await portal.fix('parcel-tracking', { rules, diffDigest });
    expect(agreed).toMatchObject({ status: 'completed', error: undefined });
    const branch = 'build-hygiene/parcel-tracking';
    const head = await repository.git.resolve(branch);
    const [pull] = structuredClone(repository.pulls);

    await push('parcel-tracking', async clone => {
      const dockerfile = join(clone, 'Dockerfile');
      const text = await readFile(dockerfile, 'utf8');
      await writeFile(dockerfile, `# Looked at by hand\n${text}`);
    });
    host.requests.length = 0;
    const refused = await portal.fix('parcel-tracking', { rules, diffDigest });

    expect(refused).toMatchObject({
      status: 'failed',
      error: expect.stringContaining(
        'These are not the changes that were looked at',
      ),
    });
    expect(writes()).toEqual([]);
    expect(await repository.git.resolve(branch)).toBe(head);
    expect(repository.pulls).toEqual([pull]);
  });

  it('shows in a dry run what it would change, and changes nothing', async () => {
    const { directoryContents, output, log } = await portal.dryRun(
      'customs-forms',
      {
        rules: ['proxy/sumdb-off'],
      },
    );
    expect(
      directoryContents
        .map(({ path }: { path: string }) => path)
        .filter((path: string) => path.startsWith('changes/')),
    ).toEqual(['changes/Dockerfile']);
    expect(output.text[0].content).toMatch(
      /^Score 53 → 55\. Changed: Dockerfile\. /,
    );
    expect(JSON.stringify(log)).toContain(
      'Performing dry run of creating pull request',
    );
    expect(writes()).toEqual([]);
  });

  it('changes a service in a folder of a repository there', async () => {
    const repository = repositoryOf('everything');
    const rules = ['proxy/sumdb-off'];
    const task = await portal.fix('customs-forms', { rules });
    expect(task).toMatchObject({ status: 'completed', error: undefined });
    expect(
      await repository.git.text([
        'diff',
        '--name-only',
        'main',
        'build-hygiene/customs-forms',
      ]),
    ).toBe('private-modules-wrong/Dockerfile');
  });

  it.each([
    ['there is nothing to fix', 'shipping-rates', {}, 'nothing to fix'],
    [
      'the rule finds nothing',
      'orders',
      { rules: ['image/shell-form'] },
      'there is no fix for image/shell-form',
    ],
    [
      'the service is in a folder of this machine',
      'label-printer',
      {},
      "component:default/label-printer is in a folder of the portal's own machine",
    ],
    [
      'there is no such service',
      'nobody',
      {},
      'There is no component:default/nobody in the catalog',
    ],
  ])('ends and changes nothing where %s', async (_, name, values, message) => {
    expect(await portal.fix(name, values)).toMatchObject({
      status: 'failed',
      error: expect.stringContaining(message),
    });
    expect(writes()).toEqual([]);
  });
});
