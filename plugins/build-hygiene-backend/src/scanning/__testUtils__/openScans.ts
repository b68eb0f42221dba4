/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { createSnapshot } from '@build-hygiene/engine';
import { RepositorySource } from '@build-hygiene/plugin-build-hygiene-node';
import { openStores } from '../../database/__testUtils__/stores';
import { createEngineAnalyser } from '../createEngineAnalyser';
import { engineInThisThread } from '../Engine';
import { ScanWorker } from '../ScanWorker';

export const scannedRef = 'component:default/a';

/**
 * Stores with one service, whose repository stays at commit `c1` with these
 * files, and a scan by the engine that is asked for.
 */
export async function openScans(
  databases: TestDatabases,
  id: TestDatabaseId,
  files: [string, string][],
) {
  const { knex: _, ...stores } = await openStores(databases, id);
  const { services } = stores;
  await services.upsertSelection([
    {
      entityRef: scannedRef,
      settings: { location: { type: 'url', target: 'x' } },
    },
  ]);
  const snapshot = createSnapshot({ commit: 'c1', files });
  const read = jest.fn<
    ReturnType<RepositorySource['read']>,
    Parameters<RepositorySource['read']>
  >(async (_location, { knownCommit }) =>
    knownCommit === 'c1'
      ? { status: 'unchanged' }
      : { status: 'read', snapshot },
  );
  return {
    ...stores,
    read,
    /** Whether the last scan read the files, or knew them. */
    hasReadFiles: () => read.mock.lastCall?.[1].knownCommit === undefined,
    /** Scans at once, and answers with the check of the rule. */
    async scan(rule: string, commit: string = 'c1') {
      await services.requestScan(scannedRef);
      await ScanWorker.create({
        ...stores,
        sources: [{ id: 'test', matches: () => true, read }],
        analyser: createEngineAnalyser(engineInThisThread),
        logger: mockServices.logger.mock(),
        intervalSeconds: 10 * 24 * 3600,
        timeoutSeconds: 60,
        analysisTimeoutSeconds: 60,
        concurrency: 1,
      }).run(new AbortController().signal);
      const service = await services.getService(scannedRef);
      expect(service?.scan).toMatchObject({ status: 'scanned', commit });
      return service?.report?.checks.find(check => check.rule === rule);
    },
  };
}
