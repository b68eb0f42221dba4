/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { builtFrom, jobLog, recordArchive } from './__testUtils__/records';
import { loggedRun, recordedRun } from './__testUtils__/runs';
import { GithubStandIn, startGithub } from './__testUtils__/startGithub';
import { component, slug, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

describe('pulling builds of several services in one repository', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let github: GithubStandIn;

  beforeEach(async () => {
    github = await startGithub();
  });

  afterEach(() => github.close());

  const orders = component('orders', { folder: 'services/orders' });
  const billing = component('billing', { folder: 'services/billing' });

  it('gives each its own, and nobody what is not known', async () => {
    github.repositories.set(slug, [
      recordedRun(1, 5, {
        archive: recordArchive(builtFrom('services/orders')),
      }),
      recordedRun(2, 4, {
        archive: recordArchive(builtFrom('services/billing/')),
      }),
      recordedRun(3, 3, { archive: recordArchive(builtFrom('tools')) }),
      // Both Dockerfiles have its instructions.
      loggedRun(4, 2, { log: jobLog('success') }),
    ]);
    const database = await databases.init('SQLITE_3');
    const { pull, buildsOf, logger } = await startPortal({
      github,
      database,
      entities: [orders, billing],
    });
    await pull();
    expect(await buildsOf('orders')).toMatchObject([{ runId: '1' }]);
    expect(await buildsOf('billing')).toMatchObject([{ runId: '2' }]);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringMatching(/^2 builds of .* are of no service/),
    );
    // Each was asked for once, for all services.
    expect(github.downloads).toHaveLength(4);
  });

  it('gives a service that is alone all but what is of another Dockerfile', async () => {
    github.repositories.set(slug, [
      recordedRun(1, 3, { archive: recordArchive(builtFrom('tools')) }),
      recordedRun(2, 2, {
        archive: recordArchive(builtFrom('services/orders')),
      }),
      loggedRun(3, 1, { log: jobLog('success') }),
    ]);
    const database = await databases.init('SQLITE_3');
    const { pull, buildsOf } = await startPortal({
      github,
      database,
      entities: [orders],
    });
    await pull();
    expect(await buildsOf('orders')).toMatchObject([
      { runId: '3' },
      { runId: '2' },
    ]);
  });

  it('goes back for a service that is new in the repository', async () => {
    github.repositories.set(slug, [
      recordedRun(1, 2, {
        archive: recordArchive(builtFrom('services/billing')),
      }),
    ]);
    const database = await databases.init('SQLITE_3');
    const first = await startPortal({ github, database, entities: [orders] });
    await first.pull();
    expect(await first.buildsOf('orders')).toEqual([]);
    await first.stop();
    const second = await startPortal({
      github,
      database,
      entities: [orders, billing],
    });
    await second.pull();
    expect(await second.buildsOf('billing')).toMatchObject([{ runId: '1' }]);
    expect(await second.buildsOf('orders')).toEqual([]);
  });
});
