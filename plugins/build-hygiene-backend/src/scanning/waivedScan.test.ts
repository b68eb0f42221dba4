/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSnapshot } from '@build-hygiene/engine';
import { RepositorySource } from '@build-hygiene/plugin-build-hygiene-node';
import { ServiceStore, WaiverStore } from '../database';
import { databaseIds, openStores } from '../database/__testUtils__/stores';
import { createEngineAnalyser } from './createEngineAnalyser';
import { ScanWorker, ScanWorkerOptions } from './ScanWorker';

const entityRef = 'component:default/a';
const rule = 'image/shell-form';

const snapshot = createSnapshot({
  commit: 'c1',
  files: [
    ['Dockerfile', 'FROM golang:1.27\nCOPY . .\nCMD go run .\n'],
    ['go.mod', 'module example.com/a\n\ngo 1.27\n'],
    ['main.go', ''],
  ],
});

const day = (daysAhead: number) =>
  new Date(Date.now() + daysAhead * 24 * 3600_000).toISOString().slice(0, 10);

describe('what people waived', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let services: ServiceStore;
    let waivers: WaiverStore;
    let options: ScanWorkerOptions;
    const read = jest.fn<
      ReturnType<RepositorySource['read']>,
      Parameters<RepositorySource['read']>
    >();

    beforeEach(async () => {
      read.mockReset();
      read.mockImplementation(async (_, { knownCommit }) =>
        knownCommit === 'c1'
          ? { status: 'unchanged' }
          : { status: 'read', snapshot },
      );
      const { knex: _, ...stores } = await openStores(databases, id);
      ({ services, waivers } = stores);
      await services.upsertSelection([
        { entityRef, settings: { location: { type: 'url', target: 'x' } } },
      ]);
      options = {
        ...stores,
        sources: [{ id: 'test', matches: () => true, read }],
        analyser: createEngineAnalyser(),
        logger: mockServices.logger.mock(),
        intervalSeconds: 10 * 24 * 3600,
        timeoutSeconds: 60,
        concurrency: 1,
      };
    });

    const waive = (until: string, needsApproval: boolean = false) =>
      waivers.create({
        entityRef,
        rule,
        severity: 'low',
        reason: 'The base image brings its own init',
        until,
        requestedBy: 'user:default/amelia',
        needsApproval,
      });

    /** Scans at once, and answers with the state of the check. */
    async function scan() {
      await services.requestScan(entityRef);
      await ScanWorker.create(options).run(new AbortController().signal);
      const service = await services.getService(entityRef);
      expect(service?.scan.status).toBe('scanned');
      return service?.report?.checks.find(check => check.rule === rule)?.state;
    }

    it('counts from the next scan of the same commit', async () => {
      expect(await scan()).toBe('fail');
      const { id: waiver } = await waive(day(30), true);
      expect(await scan()).toBe('fail');
      expect(read.mock.lastCall?.[1].knownCommit).toBe('c1');

      await waivers.change(waiver, { action: 'approve', by: 'x' });
      expect(await scan()).toBe('waived');
      expect(read.mock.lastCall?.[1].knownCommit).toBeUndefined();
      expect(await scan()).toBe('waived');
      expect(read.mock.lastCall?.[1].knownCommit).toBe('c1');

      await waivers.change(waiver, { action: 'withdraw', by: 'x' });
      expect(await scan()).toBe('fail');
      expect(read.mock.lastCall?.[1].knownCommit).toBeUndefined();
    });

    it('is looked at again when it ends', async () => {
      await waive(day(2));
      expect(await scan()).toBe('waived');
      const end = Date.parse(`${day(3)}T00:00:00Z`);
      const due = (now: number) =>
        services.leaseDueServices({
          limit: 1,
          leaseSeconds: 1,
          now: new Date(now),
        });
      expect(await due(end - 1000)).toEqual([]);
      expect(await due(end)).toHaveLength(1);
    });
  });
});
