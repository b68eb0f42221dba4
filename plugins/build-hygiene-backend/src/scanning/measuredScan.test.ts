/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { createSnapshot } from '@build-hygiene/engine';
import { databaseIds, recordOf, step } from '../database/__testUtils__/stores';
import { openScans, scannedRef } from './__testUtils__/openScans';

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
    let scans: Awaited<ReturnType<typeof openScans>>;
    let submitted = 0;

    beforeEach(async () => {
      scans = await openScans(databases, id, [
        ['Dockerfile', 'FROM golang:1.27\nCOPY . .\nRUN go build -o /app .\n'],
        ['go.mod', 'module example.com/a\n\ngo 1.27\n'],
        ['main.go', ''],
      ]);
    });

    async function submit(amount: number, cached: number, executed: number) {
      for (let index = 0; index < amount; index += 1) {
        submitted += 1;
        await scans.builds.submit({
          submission: {
            entityRef: scannedRef,
            runId: `${submitted}`,
            branch: 'main',
          },
          records: [recordOf(cached, executed)],
          contentHash: `${submitted}`,
        });
      }
    }

    it('is judged as a hit rate with the next scan', async () => {
      expect(await scans.scan('cache/hit-rate')).toMatchObject({
        state: 'not-applicable',
      });

      await submit(7, 1, 4);
      expect(await scans.scan('cache/hit-rate')).toMatchObject({
        state: 'pending',
        reason: 'Needs 3 more builds.',
      });

      await submit(5, 4, 1);
      // 7 × 1 and 5 × 4 of 12 × 5 steps.
      expect(await scans.scan('cache/hit-rate')).toMatchObject({
        state: 'partial',
        value: expect.closeTo((27 / 60 - 0.2) / 0.6),
        findings: [
          { message: expect.stringMatching(/^45 % .* last 12 builds /) },
        ],
      });
      const { items } = await scans.services.queryServices({
        rule: 'cache/hit-rate',
      });
      expect(items).toHaveLength(1);
    });

    it('prices what fixes save', async () => {
      scans.read.mockResolvedValue({ status: 'read', snapshot: wasteful });
      const savingsOf = async () => {
        const check = await scans.scan('cache/deps-before-source', 'c2');
        return check?.fix.savings;
      };
      const published = await savingsOf();
      expect(published?.source).toBe('published');
      const long = (index: number, command: string, seconds: number) =>
        step(index, 'executed', {
          name: `[build ${index}/5] RUN ${command}`,
          seconds,
        });
      await scans.builds.submit({
        submission: { entityRef: scannedRef, runId: 'long' },
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
      expect(await scans.scan('cache/hit-rate')).toMatchObject({
        state: 'pass',
      });
      expect(scans.hasReadFiles()).toBe(true);

      await scans.scan('cache/hit-rate');
      expect(scans.hasReadFiles()).toBe(false);

      await submit(30, 1, 9);
      expect(await scans.scan('cache/hit-rate')).toMatchObject({
        state: 'fail',
      });
      expect(scans.hasReadFiles()).toBe(true);

      await scans.scan('cache/hit-rate');
      expect(scans.hasReadFiles()).toBe(false);
    });
  });
});
