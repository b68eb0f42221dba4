/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSnapshot, scan, Snapshot } from '@build-hygiene/engine';
import {
  RepositoryReadError,
  RepositorySource,
} from '@build-hygiene/plugin-build-hygiene-node';
import { ServiceStore } from '../database';
import { createEngineAnalyser, engineInThisThread } from '../scanning';
import {
  databaseIds,
  openStores,
  recordOf,
} from '../database/__testUtils__/stores';
import { digestOf } from '../digestOf';
import { FixPlanner } from './FixPlanner';
import { RepositoryReadings } from './RepositoryReadings';

const entityRef = 'component:default/a';

function snapshotAt(commit: string | undefined, extra = ''): Snapshot {
  return createSnapshot({
    commit,
    files: [
      [
        'Dockerfile',
        `FROM golang:1.27\nWORKDIR /src\nCOPY . .\nRUN go build -o /app .\nCMD /app\n${extra}`,
      ],
      ['go.mod', 'module example.com/a\n\ngo 1.27\n'],
      ['main.go', 'package main\n'],
    ],
  });
}

describe('FixPlanner', () => {
  const databases = TestDatabases.create({ ids: databaseIds });
  const signal = new AbortController().signal;

  describe.each(databases.eachSupportedId())('on %s', id => {
    let services: ServiceStore;
    let planner: FixPlanner;
    let submitBuild: () => Promise<unknown>;
    const read = jest.fn<
      ReturnType<RepositorySource['read']>,
      Parameters<RepositorySource['read']>
    >();

    async function saveScan(snapshot: Snapshot) {
      await services.requestScan(entityRef);
      const [lease] = await services.leaseDueServices({
        limit: 1,
        leaseSeconds: 60,
      });
      const { report, matrix } = scan(snapshot, { fixes: true, plan: true });
      await services.saveScan({
        entityRef,
        lease: lease.lease,
        commit: snapshot.commit,
        rulesetVersion: report.rulesetVersion,
        report,
        matrix,
        status: 'scanned',
        nextScanAt: '2099-01-01T00:00:00Z',
      });
      return report;
    }

    beforeEach(async () => {
      const stores = await openStores(databases, id);
      services = stores.services;
      read.mockReset();
      read.mockImplementation(async () => ({
        status: 'read',
        snapshot: snapshotAt('c1'),
      }));
      await services.upsertSelection([
        { entityRef, settings: { location: { type: 'url', target: 'x' } } },
      ]);
      submitBuild = () =>
        stores.builds.submit({
          submission: { entityRef, runId: '1', branch: 'main' },
          records: [recordOf(1, 4)],
          contentHash: '1',
        });
      planner = FixPlanner.create({
        ...stores,
        readings: RepositoryReadings.create({
          sources: [{ id: 'test', matches: () => true, read }],
          timeoutSeconds: 60,
        }),
        analyser: createEngineAnalyser(engineInThisThread),
        logger: mockServices.logger.mock(),
      });
    });

    it('plans what was scanned, whether builds are known or not', async () => {
      const { plan: stored, score } = await saveScan(snapshotAt('c1'));
      await submitBuild();
      const rules = stored!.fixes.map(({ rule }) => rule);

      const plan = await planner.plan(entityRef, { rules, signal });

      expect(rules.length).toBeGreaterThan(2);
      expect(plan).toMatchObject({
        commit: 'c1',
        scoreBefore: score.value,
        scoreAfter: stored!.fixes.at(-1)!.scoreAfter,
        diff: stored!.diff,
        diffDigest: digestOf(stored!.diff!),
        rejected: [],
        matrix: { units: [{ id: 'Dockerfile' }] },
      });
      await expect(services.getService(entityRef)).resolves.toMatchObject({
        planDigest: plan.diffDigest,
      });
    });

    it('plans what is chosen, and reads a commit once', async () => {
      await saveScan(snapshotAt('c1'));

      const [shell, user] = await Promise.all(
        ['image/shell-form', 'security/root-user'].map(rule =>
          planner.plan(entityRef, { rules: [rule], signal }),
        ),
      );
      await planner.plan(entityRef, { rules: ['image/shell-form'], signal });

      expect(shell.fixes.map(({ rule }) => rule)).toEqual(['image/shell-form']);
      expect(shell.diff).toContain('+CMD ["/app"]');
      expect(user.diff ?? '').not.toContain('+CMD ["/app"]');
      expect(read).toHaveBeenCalledTimes(1);
    });

    it('says so when the repository has moved on', async () => {
      await saveScan(snapshotAt('c1'));
      read.mockResolvedValue({ status: 'read', snapshot: snapshotAt('c2') });

      await expect(
        planner.plan(entityRef, { rules: ['image/shell-form'], signal }),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('rescan first'),
      });
    });

    it('says so when there was no scan yet', async () => {
      await expect(
        planner.plan(entityRef, { rules: ['image/shell-form'], signal }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      expect(read).not.toHaveBeenCalled();
    });

    it.each([
      ['unreachable', 'ServiceUnavailableError'],
      ['rate-limited', 'ServiceUnavailableError'],
      ['forbidden', 'ConflictError'],
    ] as const)('tells that a repository is %s', async (code, name) => {
      await saveScan(snapshotAt('c1'));
      read.mockRejectedValue(new RepositoryReadError(code, 'Said the host.'));

      await expect(
        planner.plan(entityRef, { rules: ['image/shell-form'], signal }),
      ).rejects.toMatchObject({
        name,
        message: 'The repository cannot be read: Said the host.',
      });
      // What failed is not kept.
      read.mockResolvedValue({ status: 'read', snapshot: snapshotAt('c1') });
      await expect(
        planner.plan(entityRef, { rules: ['image/shell-form'], signal }),
      ).resolves.toMatchObject({ commit: 'c1' });
    });

    it('reads anew where no commit is known', async () => {
      await saveScan(snapshotAt(undefined));
      read.mockImplementation(async () => ({
        status: 'read',
        snapshot: snapshotAt(undefined),
      }));

      for (let turn = 0; turn < 2; turn += 1) {
        const plan = await planner.plan(entityRef, {
          rules: ['image/shell-form'],
          signal,
        });
        expect(plan.commit).toBeUndefined();
        expect(plan.fixes).toHaveLength(1);
      }
      expect(read).toHaveBeenCalledTimes(2);
    });

    it('stops to wait when nobody does any more', async () => {
      await saveScan(snapshotAt('c1'));
      read.mockImplementation(() => new Promise(() => {}));
      const gone = new AbortController();
      const plan = planner.plan(entityRef, {
        rules: ['image/shell-form'],
        signal: gone.signal,
      });
      gone.abort(new Error('gone'));

      await expect(plan).rejects.toThrow('gone');
    });

    it('knows no service that was not selected', async () => {
      await expect(
        planner.plan('component:default/b', { rules: ['a/b'], signal }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });
  });
});
