/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { recordedRun } from './__testUtils__/runs';
import {
  GithubStandIn,
  StandInAnswer,
  startGithub,
  token,
} from './__testUtils__/startGithub';
import { component, slug, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const minute = 60_000;
const inSeconds = (time: number) => `${Math.ceil(time / 1000)}`;

describe('the limits of pulling builds', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let github: GithubStandIn;

  beforeEach(async () => {
    github = await startGithub();
    github.rate.reset = Math.ceil((Date.now() + 30 * minute) / 1000);
  });

  afterEach(() => github.close());

  async function start(
    options: Partial<Parameters<typeof startPortal>[0]> = {},
  ) {
    const database = await databases.init('SQLITE_3');
    return startPortal({ github, database, ...options });
  }

  it('stops while a fifth of the limit is left, and goes on after the reset', async () => {
    github.repositories.set(slug, [recordedRun(1, 3), recordedRun(2, 2)]);
    github.rate.limit = 100;
    github.rate.remaining = 23;
    const database = await databases.init('SQLITE_3');
    const portal = await startPortal({ github, database });
    await portal.pull();
    // The list, artifacts and record of the first run, the list of the second.
    expect(github.requests).toHaveLength(4);
    expect(await portal.buildsOf('orders')).toMatchObject([{ runId: '1' }]);
    const until = new Date(github.rate.reset * 1000).toISOString();
    expect(await portal.stateOf(slug)).toMatchObject({
      not_before: until,
      failures: 0,
      reason: '19 of 100 requests to GitHub are left, and these are for others',
    });
    expect(portal.logger.info).toHaveBeenCalledWith(
      expect.stringContaining(`waits until ${until}`),
    );

    // Nothing is asked before, nor by a backend that was started since.
    await portal.pull();
    await portal.stop();
    const other = await startPortal({ github, database });
    await other.pull();
    expect(github.requests).toHaveLength(4);

    github.rate.remaining = 100;
    await database('build_pulls').update({
      not_before: new Date().toISOString(),
    });
    await other.pull();
    expect(github.downloads).toEqual([
      '/artifacts/10.zip',
      '/artifacts/20.zip',
    ]);
    expect(await other.buildsOf('orders')).toHaveLength(2);
  });

  it.each<[string, StandInAnswer, number, RegExp]>([
    [
      'the primary limit',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0' },
        body: { message: 'API rate limit exceeded for installation ID 1.' },
      },
      30 * minute,
      /rate limit/,
    ],
    [
      'a time to wait',
      {
        status: 429,
        headers: { 'retry-after': inSeconds(7 * minute) },
        body: { message: 'Too many requests' },
      },
      7 * minute,
      /rate limit/,
    ],
    [
      'a secondary limit',
      {
        status: 403,
        body: {
          message:
            'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        },
      },
      minute,
      /secondary/,
    ],
    [
      'a wait that is too long',
      { status: 429, headers: { 'retry-after': '9999999999' }, body: {} },
      24 * 60 * minute,
      /rate limit/,
    ],
  ])('waits after %s', async (_, answer, wait, reason) => {
    github.repositories.set(slug, [recordedRun(1, 1)]);
    github.answers.push(['/artifacts', answer]);
    const { pull, stateOf } = await start();
    const before = Date.now();
    await pull();
    const state = await stateOf(slug);
    expect(state).toMatchObject({
      failures: 0,
      reason: expect.stringMatching(reason),
    });
    const waited = Date.parse(state.not_before) - before;
    expect(waited).toBeGreaterThan(wait - minute);
    expect(waited).toBeLessThan(wait + 2 * minute);
    const { length } = github.requests;
    await pull();
    expect(github.requests).toHaveLength(length);
  });

  it.each<[string, StandInAnswer | undefined, object, RegExp]>([
    ['a token that is none', undefined, { token: 'wrong' }, /Actions: read/],
    [
      'a token without the permission',
      {
        status: 403,
        body: { message: 'Resource not accessible by integration' },
      },
      { token },
      /Actions: read/,
    ],
    ['no token', undefined, {}, /no credentials/],
    [
      'an answer that is none',
      { status: 200, body: { workflow_runs: 'x' } },
      { token },
      /something else/,
    ],
    [
      'a redirect to elsewhere',
      { status: 302, headers: { location: 'http://127.0.0.1:9/' } },
      { token },
      /302/,
    ],
    ['a broken host', { status: 502 }, { token }, /502/],
  ])('backs off after %s', async (_, answer, integration, reason) => {
    github.repositories.set(slug, [recordedRun(1, 1)]);
    if (answer) {
      github.answers.push(['/actions/runs', answer]);
    }
    const { pull, stateOf, logger } = await start({
      integration: { ...integration },
    });
    await pull();
    const state = await stateOf(slug);
    expect(state).toMatchObject({
      failures: 1,
      reason: expect.stringMatching(reason),
    });
    expect(Date.parse(state.not_before)).toBeGreaterThan(
      Date.now() + 4 * minute,
    );
    expect(logger.warn).toHaveBeenCalledWith(expect.stringMatching(reason));
    for (const [message] of logger.warn.mock.calls) {
      expect(message).not.toContain(token);
    }
  });

  it('keeps a service that fails from no other, and few requests at a time', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    for (const name of names) {
      github.repositories.set(`octo-org/${name}`, [recordedRun(1, 1)]);
    }
    github.repositories.delete('octo-org/b');
    github.answers.push(['octo-org/d/actions/artifacts', { status: 500 }]);
    const { pull, buildsOf, stateOf } = await start({
      entities: [
        ...names.map(name => component(name, { slug: `octo-org/${name}` })),
        component('other', { slug: '../../../etc' }),
      ],
    });
    await pull();
    for (const name of names) {
      const isFine = name !== 'b' && name !== 'd';
      expect(await buildsOf(name)).toHaveLength(isFine ? 1 : 0);
      expect(await stateOf(`octo-org/${name}`)).toMatchObject({
        failures: isFine ? 0 : 1,
      });
    }
    expect(github.mostAtOnce).toBeGreaterThan(1);
    expect(github.mostAtOnce).toBeLessThanOrEqual(4);
    expect(github.requests.map(({ path }) => path)).not.toContainEqual(
      expect.stringContaining('etc'),
    );
  });

  it.each<[string, () => void]>([
    [
      'as it is asked for',
      () => github.answers.push(['/runs/1/artifacts', { status: 500 }]),
    ],
    ['as it is read', () => github.broken.push('/artifacts/10.zip')],
  ])('passes over a run that fails time after time %s', async (_, fail) => {
    github.repositories.set(slug, [recordedRun(1, 2), recordedRun(2, 1)]);
    const database = await databases.init('SQLITE_3');
    const { pull, buildsOf } = await startPortal({ github, database });
    for (let time = 0; time < 3; time++) {
      fail();
      await pull();
      expect(await buildsOf('orders')).toEqual([]);
      await database('build_pulls').update({ not_before: null });
    }
    await pull();
    expect(await buildsOf('orders')).toMatchObject([{ runId: '2' }]);
  });

  it('follows a repository that was renamed', async () => {
    github.renamed.set(slug, 'octo-org/renamed');
    github.repositories.set('octo-org/renamed', [recordedRun(1, 1)]);
    const { pull, buildsOf } = await start();
    await pull();
    expect(await buildsOf('orders')).toMatchObject([{ runId: '1' }]);
  });
});
