/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { databaseIds } from '../database/__testUtils__/stores';
import { openScans, scannedRef } from './__testUtils__/openScans';

const rule = 'image/shell-form';

const day = (daysAhead: number) =>
  new Date(Date.now() + daysAhead * 24 * 3600_000).toISOString().slice(0, 10);

describe('what people waived', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    let scans: Awaited<ReturnType<typeof openScans>>;

    beforeEach(async () => {
      scans = await openScans(databases, id, [
        ['Dockerfile', 'FROM golang:1.27\nCOPY . .\nCMD go run .\n'],
        ['go.mod', 'module example.com/a\n\ngo 1.27\n'],
        ['main.go', ''],
      ]);
    });

    const waive = (until: string, needsApproval: boolean = false) =>
      scans.waivers.create({
        entityRef: scannedRef,
        rule,
        severity: 'low',
        reason: 'The base image brings its own init',
        until,
        requestedBy: 'user:default/amelia',
        needsApproval,
      });

    const stateAfterScan = async () => (await scans.scan(rule))?.state;

    it('counts from the next scan of the same commit', async () => {
      expect(await stateAfterScan()).toBe('fail');
      const { id: waiver } = await waive(day(30), true);
      expect(await stateAfterScan()).toBe('fail');
      expect(scans.hasReadFiles()).toBe(false);

      await scans.waivers.change(waiver, { action: 'approve', by: 'x' });
      expect(await stateAfterScan()).toBe('waived');
      expect(scans.hasReadFiles()).toBe(true);
      expect(await stateAfterScan()).toBe('waived');
      expect(scans.hasReadFiles()).toBe(false);

      await scans.waivers.change(waiver, { action: 'withdraw', by: 'x' });
      expect(await stateAfterScan()).toBe('fail');
      expect(scans.hasReadFiles()).toBe(true);
    });

    it('is looked at again when it ends', async () => {
      await waive(day(2));
      expect(await stateAfterScan()).toBe('waived');
      const end = Date.parse(`${day(3)}T00:00:00Z`);
      const due = (now: number) =>
        scans.services.leaseDueServices({
          limit: 1,
          leaseSeconds: 1,
          now: new Date(now),
        });
      expect(await due(end - 1000)).toEqual([]);
      expect(await due(end)).toHaveLength(1);
    });
  });
});
