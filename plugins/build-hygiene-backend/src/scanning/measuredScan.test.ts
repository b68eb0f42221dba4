/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSnapshot } from '@build-hygiene/engine';
import { RepositorySource } from '@build-hygiene/plugin-build-hygiene-node';
import { BuildStore, ServiceStore, WaiverStore } from '../database';
import {
  databaseIds,
  openStores,
  recordOf,
  step,
} from '../database/__testUtils__/stores';
import { createEngineAnalyser } from './createEngineAnalyser';
import { ScanWorker } from './ScanWorker';

const entityRef = 'component:default/a';

const snapshot = createSnapshot({
  commit: 'c1',
  files: [
    ['Dockerfile', 'FROM golang:1.27\nCOPY . .\nRUN go build -o /app .\n'],
    ['go.mod', 'module example.com/a\n\ngo 1.27\n'],
    ['main.go', ''],
  ],
});

/** With required modules, which every commit downloads again. */
const wasteful = createSnapshot({
  commit: 'c2',
  files: [
    [
      'Dockerfile',
      'FROM golang:1.27 AS build\nWORKDIR /src\nCOPY . .\nRUN go mod download\nRUN go build -trimpath -o /app .\nFROM scratch\nCOPY --from=build /app /app\nUSER 65532\nENTRYPOINT ["/app"]\n',
    ],
    [
      'go.mod',
      'module example.com/a\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
    ],
    [
      'go.sum',
      'example.com/lib v1.0.0 h1:4PzQrkgJkIuyXDKKyXnVoGFfmWJtyzaDCr2BV3wqUZU=\nexample.com/lib v1.0.0/go.mod h1:4PzQrkgJkIuyXDKKyXnVoGFfmWJtyzaDCr2BV3wqUZU=\n',
    ],
    ['main.go', 'package main\n'],
  ],
});

describe('what builds measured', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let services: ServiceStore;
    let builds: BuildStore;
    let waivers: WaiverStore;
    let submitted = 0;
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
      ({ services, builds, waivers } = await openStores(databases, id));
      await services.upsertSelection([
        { entityRef, settings: { location: { type: 'url', target: 'x' } } },
      ]);
    });

    async function submit(amount: number, cached: number, executed: number) {
      for (let index = 0; index < amount; index += 1) {
        submitted += 1;
        await builds.submit({
          submission: { entityRef, runId: `${submitted}`, branch: 'main' },
          records: [recordOf(cached, executed)],
          contentHash: `${submitted}`,
        });
      }
    }

    /** Scans at once, and answers with what the rule says. */
    async function scan(commit: string = 'c1') {
      await services.requestScan(entityRef);
      await ScanWorker.create({
        services,
        builds,
        waivers,
        sources: [{ id: 'test', matches: () => true, read }],
        analyser: createEngineAnalyser(),
        logger: mockServices.logger.mock(),
        intervalSeconds: 3600,
        timeoutSeconds: 60,
        concurrency: 1,
      }).run(new AbortController().signal);
      const service = await services.getService(entityRef);
      expect(service?.scan).toMatchObject({ status: 'scanned', commit });
      return service?.report?.checks.find(
        ({ rule }) => rule === 'cache/hit-rate',
      );
    }

    it('is judged as a hit rate with the next scan', async () => {
      expect(await scan()).toMatchObject({ state: 'not-applicable' });

      await submit(7, 1, 4);
      expect(await scan()).toMatchObject({
        state: 'pending',
        reason: 'Needs 3 more builds.',
      });

      await submit(5, 4, 1);
      // 7 × 1 and 5 × 4 of 12 × 5 steps.
      expect(await scan()).toMatchObject({
        state: 'partial',
        value: expect.closeTo((27 / 60 - 0.2) / 0.6),
        findings: [
          { message: expect.stringMatching(/^45 % .* last 12 builds /) },
        ],
      });
      const { items } = await services.queryServices({
        rule: 'cache/hit-rate',
      });
      expect(items).toHaveLength(1);
    });

    it('prices what fixes save', async () => {
      read.mockResolvedValue({ status: 'read', snapshot: wasteful });
      const savingsOf = async () => {
        await scan('c2');
        const service = await services.getService(entityRef);
        return service?.report?.checks.find(
          ({ rule }) => rule === 'cache/deps-before-source',
        )?.fix.savings;
      };
      const published = await savingsOf();
      expect(published?.source).toBe('published');
      const long = (index: number, command: string, seconds: number) =>
        step(index, 'executed', {
          name: `[build ${index}/5] RUN ${command}`,
          seconds,
        });
      await builds.submit({
        submission: { entityRef, runId: 'long' },
        records: [
          {
            ...recordOf(0, 2),
            steps: [
              long(4, 'go mod download', 200),
              long(5, 'go build -trimpath -o /app .', 20),
            ],
          },
        ],
        contentHash: 'long',
      });
      const measured = await savingsOf();
      expect(measured?.source).toBe('measured');
      expect(measured?.seconds).toBeGreaterThan(100);
    });

    it('makes a report outdated that judged other builds, once', async () => {
      await submit(10, 4, 1);
      expect(await scan()).toMatchObject({ state: 'pass' });
      expect(read.mock.lastCall?.[1].knownCommit).toBeUndefined();

      await scan();
      expect(read.mock.lastCall?.[1].knownCommit).toBe('c1');

      await submit(30, 1, 9);
      expect(await scan()).toMatchObject({ state: 'fail' });
      expect(read.mock.lastCall?.[1].knownCommit).toBeUndefined();

      await scan();
      expect(read.mock.lastCall?.[1].knownCommit).toBe('c1');
    });
  });
});
