/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { jobLog, lintLog, recordArchive } from './__testUtils__/records';
import { ago, loggedRun, recordedRun } from './__testUtils__/runs';
import { GithubStandIn, host, startGithub } from './__testUtils__/startGithub';
import { slug, startPortal } from './__testUtils__/startPortal';
import { zipOf } from './__testUtils__/zipOf';

jest.setTimeout(120_000);

const runsPath = '/api/v3/repos/octo-org/octo-repo/actions/runs';

describe('pulling builds from GitHub Actions', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_18'],
  });
  let github: GithubStandIn;

  beforeEach(async () => {
    github = await startGithub();
  });

  afterEach(() => github.close());

  const asked = () =>
    github.requests.splice(0).map(({ path }) => path.replace(/\?.*/, ''));

  describe.each(databases.eachSupportedId())('on %s', id => {
    it('stores the builds of runs once, also after a restart', async () => {
      const database = await databases.init(id);
      github.repositories.set(slug, [
        loggedRun(1, 5, { log: jobLog('failure'), conclusion: 'failure' }),
        recordedRun(2, 4, { sha: 'c0ffee' }),
      ]);
      const first = await startPortal({ github, database });
      await first.pull();
      const builds = await first.buildsOf('orders');
      expect(builds).toMatchObject([
        {
          runId: '2',
          attempt: 1,
          provider: 'github-actions',
          format: 'buildx-history',
          outcome: 'success',
          commit: 'c0ffee',
          branch: 'main',
          runUrl: `https://${host}/${slug}/actions/runs/2`,
          startedAt: ago(4).replace('Z', '.000Z'),
        },
        { runId: '1', format: 'buildkit-plain', outcome: 'failure' },
      ]);
      // The list now starts at another day.
      await first.pull();
      await first.stop();

      // What is as it was is not read again, and costs nothing of the limit.
      const second = await startPortal({ github, database });
      github.requests.length = 0;
      const { remaining } = github.rate;
      await second.pull();
      expect(github.requests).toEqual([
        expect.objectContaining({ isConditional: true, status: 304 }),
      ]);
      expect(github.rate.remaining).toBe(remaining);

      asked();
      github.repositories.get(slug)!.push(recordedRun(3, 1));
      await second.pull();
      expect(asked()).toEqual([
        runsPath,
        `${runsPath}/3/artifacts`,
        '/api/v3/repos/octo-org/octo-repo/actions/artifacts/30/zip',
      ]);
      expect(await second.buildsOf('orders')).toEqual([
        expect.objectContaining({ runId: '3' }),
        ...builds,
      ]);
    });

    it('stores nothing twice when the place it had come to is lost', async () => {
      const database = await databases.init(id);
      github.repositories.set(slug, [recordedRun(1, 2), recordedRun(2, 1)]);
      const portal = await startPortal({ github, database });
      await portal.pull();
      const builds = await portal.buildsOf('orders');
      await database('build_pulls').delete();
      await portal.pull();
      expect(github.downloads).toHaveLength(4);
      expect(await portal.buildsOf('orders')).toEqual(builds);
    });
  });

  async function start(options: Partial<Parameters<typeof startPortal>[0]>) {
    const database = await databases.init('SQLITE_3');
    return startPortal({ github, database, ...options });
  }

  it('asks for nothing unless it is switched on', async () => {
    github.repositories.set(slug, [recordedRun(1, 1)]);
    const { scheduler, pull } = await start({ builds: {} });
    await expect(pull()).rejects.toThrow();
    expect(await scheduler.getScheduledTasks()).not.toContainEqual(
      expect.objectContaining({ id: 'build-hygiene-pull-builds-github' }),
    );
    expect(github.requests).toEqual([]);
  });

  it('reads the logs of jobs where no record is left', async () => {
    const startedAt = ago(3);
    const expired = recordedRun(1, 3, {
      attempts: [
        {
          startedAt,
          jobs: [
            { id: 11, name: 'lint', startedAt, log: lintLog },
            { id: 12, name: 'image', startedAt, log: jobLog('success') },
            { id: 13, name: 'deploy', startedAt, conclusion: 'skipped' },
            { id: 14, name: 'gone', startedAt },
          ],
        },
      ],
    });
    expired.artifacts![0].expired = true;
    // It vanished after it was listed.
    const vanished = recordedRun(2, 2, {
      attempts: [
        {
          startedAt: ago(2),
          jobs: [
            { id: 21, name: 'a', startedAt: ago(2), log: jobLog('failure') },
          ],
        },
      ],
    });
    vanished.artifacts![0].archive = undefined;
    github.repositories.set(slug, [
      expired,
      vanished,
      loggedRun(3, 1),
      recordedRun(4, 0.5, { status: 'in_progress' }),
      loggedRun(5, 0.4, { log: jobLog('success'), conclusion: 'skipped' }),
    ]);
    const { pull, buildsOf, stateOf } = await start({});
    await pull();
    expect(await buildsOf('orders')).toMatchObject([
      { runId: '2', outcome: 'failure' },
      { runId: '1', outcome: 'success', image: 'image' },
    ]);
    // That is how it is, and no error.
    expect(await stateOf(slug)).toMatchObject({ failures: 0, reason: null });
  });

  it('passes over records that are damaged, too large or none', async () => {
    github.repositories.set(slug, [
      recordedRun(1, 5, { archive: Buffer.from('no archive at all') }),
      recordedRun(2, 4, { archive: recordArchive().subarray(0, 200) }),
      recordedRun(3, 3, { archive: zipOf({ 'a.txt': Buffer.from('a') }) }),
      recordedRun(4, 2, {
        archive: zipOf({ 'bomb.dockerbuild': Buffer.alloc(300_000) }),
      }),
      loggedRun(5, 1.5, { log: jobLog('success') + 'x'.repeat(200_000) }),
      recordedRun(6, 1),
    ]);
    const { pull, buildsOf, stateOf } = await start({
      builds: { enabled: true, maxLogBytes: 100_000 },
    });
    await pull();
    expect(await buildsOf('orders')).toMatchObject([{ runId: '6' }]);
    expect(await stateOf(slug)).toMatchObject({ failures: 0, reason: null });
  });

  it('tells the attempts of a run apart', async () => {
    const run = recordedRun(1, 5, {
      artifacts: [
        {
          id: 10,
          name: 'a~1.dockerbuild',
          createdAt: ago(4.9),
          archive: recordArchive({ Error: { Message: 'failed' } }),
        },
      ],
    });
    github.repositories.set(slug, [run]);
    const { pull, buildsOf } = await start({});
    await pull();
    run.attempts.push({ startedAt: ago(3) }, { startedAt: ago(2) });
    run.artifacts!.push(
      {
        id: 11,
        name: 'a~2.dockerbuild',
        createdAt: ago(2.5),
        archive: recordArchive(),
      },
      {
        id: 12,
        name: 'a~3.dockerbuild',
        createdAt: ago(1.5),
        archive: recordArchive(),
      },
    );
    await pull();
    expect(await buildsOf('orders')).toMatchObject([
      { runId: '1', attempt: 3, startedAt: ago(2).replace('Z', '.000Z') },
      { runId: '1', attempt: 2, startedAt: ago(3).replace('Z', '.000Z') },
      { runId: '1', attempt: 1 },
    ]);
    expect(github.downloads).toEqual([
      '/artifacts/10.zip',
      '/artifacts/11.zip',
      '/artifacts/12.zip',
    ]);
  });

  it('keeps pull requests from the branches, and forks from the repository', async () => {
    github.repositories.set(slug, [
      recordedRun(1, 4, { event: 'pull_request', branch: 'x', pullRequest: 7 }),
      recordedRun(2, 3, {
        event: 'pull_request',
        headRepository: 'hubot/octo-repo',
      }),
      recordedRun(3, 2, { event: 'pull_request', headRepository: null }),
      recordedRun(4, 1, { branch: 'release/1' }),
    ]);
    const { pull, buildsOf } = await start({});
    await pull();
    const builds = await buildsOf('orders');
    expect(builds.map(({ branch }) => branch)).toEqual([
      'release/1',
      'pull/7/merge',
    ]);
    expect(asked()).not.toContain(`${runsPath}/2/artifacts`);
  });

  it('tells several records of a run apart', async () => {
    const run = recordedRun(1, 1);
    run.artifacts!.push({
      ...run.artifacts![0],
      id: 11,
      name: 'b.dockerbuild',
    });
    github.repositories.set(slug, [run]);
    const { pull, buildsOf } = await start({});
    await pull();
    const builds = await buildsOf('orders');
    expect(builds.map(({ image }) => image)).toEqual([
      'b',
      'octo-org~octo-repo~1',
    ]);
  });

  it('leaves runs alone whose jobs sent their builds', async () => {
    github.repositories.set(slug, [recordedRun(1, 2), recordedRun(2, 1)]);
    const { pull, send, buildsOf } = await start({});
    const job = {
      entityRef: 'component:default/orders',
      provider: 'github-actions',
    };
    await send({ ...job, runId: '1', image: 'api' }, jobLog('success'));
    await send({ ...job, runId: '2' }, jobLog('success'));
    const builds = await buildsOf('orders');
    await pull();
    expect(await buildsOf('orders')).toEqual(builds);
  });

  it('goes through more runs than a page has, some at a time, oldest first', async () => {
    github.repositories.set(
      slug,
      Array.from({ length: 120 }, (_, index) =>
        index % 40 === 0
          ? recordedRun(index + 1, 130 - index)
          : loggedRun(index + 1, 130 - index),
      ),
    );
    const { pull, buildsOf } = await start({
      builds: { enabled: true, maxRunsPerRepository: 60 },
    });
    const ids = async () =>
      (await buildsOf('orders')).map(({ runId }) => runId);
    await pull();
    expect(await ids()).toEqual(['41', '1']);
    await pull();
    expect(await ids()).toEqual(['81', '41', '1']);
    asked();
    await pull();
    // The list is the only thing that is asked for.
    expect(new Set(asked())).toEqual(new Set([runsPath]));
  });
});
