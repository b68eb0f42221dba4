/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  createSnapshot,
  MatrixReport,
  ScanReport,
} from '@build-hygiene/engine';
import {
  RepositoryReadError,
  RepositoryReadOptions,
  RepositoryReading,
  RepositorySource,
} from '@build-hygiene/plugin-build-hygiene-node';
import { Knex } from 'knex';
import {
  applyMigrations,
  BuildStore,
  SelectedService,
  ServiceStore,
  WaiverStore,
} from '../database';
import { Analyser } from './Analyser';
import { ScanWorker, ScanWorkerOptions } from './ScanWorker';

const entityRef = 'component:default/a';

const matrix: MatrixReport = { units: [] };

function reportOf(options: Partial<ScanReport> = {}): ScanReport {
  return {
    schemaVersion: 1,
    rulesetVersion: 'rules-1',
    root: '.',
    score: {
      status: 'rated',
      value: 80,
      grade: 'B',
      coverage: 1,
      gate: 'pass',
      raw: 80,
      cap: null,
    },
    units: [],
    modules: [{ path: 'go.mod', module: 'x', go: '1.25' }],
    checks: [],
    errors: [],
    ...options,
  };
}

const analyser: Analyser = {
  rulesetVersion: 'rules-1',
  analyse: async snapshot => ({
    report: reportOf({ commit: snapshot.commit }),
    matrix,
  }),
  previewFixes: async () => {
    throw new Error('Scans plan nothing');
  },
};

function service(options: Partial<SelectedService> = {}): SelectedService {
  return {
    entityRef,
    source: 'https://host/a',
    settings: { location: { type: 'url', target: 'https://host/a' } },
    ...options,
  };
}

function sourceOf(
  read: (options: RepositoryReadOptions) => Promise<RepositoryReading>,
) {
  const source = {
    id: 'test',
    matches: ({ type }) => type === 'url',
    read: jest.fn((_, options) => read(options)),
  } satisfies RepositorySource;
  return source;
}

const reads = (commit: string) =>
  sourceOf(async ({ knownCommit }) =>
    knownCommit === commit
      ? { status: 'unchanged' }
      : { status: 'read', snapshot: createSnapshot({ commit, files: [] }) },
  );

const fails = (error: Error) =>
  sourceOf(async () => {
    throw error;
  });

describe('ScanWorker', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let knex: Knex;
  let services: ServiceStore;
  let builds: BuildStore;
  let waivers: WaiverStore;

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    services = ServiceStore.create({ knex });
    builds = BuildStore.create({ knex });
    waivers = WaiverStore.create({ knex });
    await services.upsertSelection([service()]);
  });

  const run = (
    source: RepositorySource,
    options: Partial<ScanWorkerOptions> & { signal?: AbortSignal } = {},
  ) => {
    const { signal = new AbortController().signal, ...given } = options;
    return ScanWorker.create({
      services,
      builds,
      waivers,
      sources: [source],
      analyser,
      logger: mockServices.logger.mock(),
      intervalSeconds: 3600,
      timeoutSeconds: 60,
      analysisTimeoutSeconds: 60,
      concurrency: 2,
      ...given,
    }).run(signal);
  };

  const scanState = async () => (await services.getService(entityRef))?.scan;

  it('scans what is due, once', async () => {
    const source = reads('c1');
    await expect(run(source)).resolves.toBe(1);
    await expect(run(source)).resolves.toBe(0);
    expect(source.read).toHaveBeenCalledTimes(1);
    await expect(services.getService(entityRef)).resolves.toMatchObject({
      scan: { status: 'scanned', commit: 'c1', rulesetVersion: 'rules-1' },
      report: { commit: 'c1' },
    });
  });

  it('does not read an unchanged commit again', async () => {
    const analyse = jest.fn(analyser.analyse);
    const worker = { analyser: { ...analyser, analyse } };
    await run(reads('c1'), worker);
    await services.requestScan(entityRef);
    await expect(run(reads('c1'), worker)).resolves.toBe(1);
    expect(analyse).toHaveBeenCalledTimes(1);
    await services.requestScan(entityRef);
    await run(reads('c2'), worker);
    expect(await scanState()).toMatchObject({ commit: 'c2' });
  });

  it('reads again with other rules', async () => {
    await run(reads('c1'));
    await services.requestScan(entityRef);
    await run(reads('c1'), {
      analyser: { ...analyser, rulesetVersion: 'rules-2' },
    });
    expect(await scanState()).toMatchObject({ rulesetVersion: 'rules-2' });
  });

  it('reads again with other settings, even after a failure', async () => {
    await run(reads('c1'));
    await services.upsertSelection([
      service({ settings: { ...service().settings, target: 'run' } }),
    ]);
    await run(fails(new Error('read ECONNRESET')));
    await services.requestScan(entityRef);
    const analyse = jest.fn(analyser.analyse);
    await run(reads('c1'), { analyser: { ...analyser, analyse } });
    expect(analyse).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ target: 'run', root: 'https://host/a' }),
    );
  });

  it('judges what module proxies say, and asks them again after a day', async () => {
    const facts = [
      {
        modulePath: 'example.com/lib',
        asOf: '2026-11-21T08:00:00Z',
        versions: [],
        retracted: [],
      },
    ];
    const lookUp = jest.fn(async () => facts);
    const analyse = jest.fn(analyser.analyse);
    const worker = { lookUp, analyser: { ...analyser, analyse } };
    await run(reads('c1'), worker);
    expect(analyse).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ moduleFacts: facts }),
    );
    await services.requestScan(entityRef);
    await run(reads('c1'), worker);
    expect(lookUp).toHaveBeenCalledTimes(1);

    const [leased] = await services.leaseDueServices({
      limit: 1,
      leaseSeconds: 60,
      now: new Date('2099-01-01T00:00:00Z'),
    });
    await services.saveScan({
      entityRef,
      lease: leased.lease,
      commit: 'c1',
      rulesetVersion: 'rules-1',
      report: reportOf(),
      matrix,
      status: 'scanned',
      factsAt: new Date(Date.now() - 25 * 3_600_000).toISOString(),
      nextScanAt: new Date(0).toISOString(),
    });
    await run(reads('c1'), worker);
    expect(lookUp).toHaveBeenCalledTimes(2);
  });

  it('scans all the same when module proxies cannot be asked', async () => {
    const lookUp = async () => {
      throw new Error('The cache is gone');
    };
    await run(reads('c1'), { lookUp });
    expect(await scanState()).toMatchObject({ status: 'scanned' });
  });

  it('keeps the last good result when a scan fails', async () => {
    await run(reads('c1'));
    await services.requestScan(entityRef);
    await run(fails(new RepositoryReadError('forbidden', 'No entry')));
    await expect(services.getService(entityRef)).resolves.toMatchObject({
      scan: {
        status: 'stale',
        commit: 'c1',
        error: { code: 'forbidden', message: 'No entry', attempts: 1 },
      },
      report: { commit: 'c1' },
    });
    const state = await scanState();
    expect(Date.parse(state!.error!.nextTryAt!)).toBeGreaterThan(Date.now());
  });

  it.each<[string, Partial<SelectedService>, string]>([
    ['no location', { settings: {} }, 'no-source-location'],
    [
      'a location that nothing reads',
      { settings: { location: { type: 'bzr', target: 'x' } } },
      'unsupported-source',
    ],
  ])('says why a service with %s is not scanned', async (_, options, code) => {
    await services.upsertSelection([service(options)]);
    await run(reads('c1'));
    expect(await scanState()).toMatchObject({
      status: 'failed',
      error: { code },
    });
  });

  it('waits no longer than the time limit', async () => {
    await run(
      sourceOf(() => new Promise(() => {})),
      { timeoutSeconds: 0.01 },
    );
    expect(await scanState()).toMatchObject({ error: { code: 'timeout' } });
  });

  it('leaves the service to the next worker when it is to end', async () => {
    const ending = new AbortController();
    await run(
      sourceOf(() => {
        ending.abort();
        return new Promise(() => {});
      }),
      { signal: ending.signal },
    );
    expect(await scanState()).toEqual(
      expect.objectContaining({ status: 'pending', error: undefined }),
    );
  });

  it('waits longer for a scan that never ends, then says so', async () => {
    const source = reads('c1');
    /** A worker is taken down; answers in how many minutes the next one tries. */
    const lose = async () => {
      await services.requestScan(entityRef, { now: new Date(0) });
      await services.leaseDueServices({
        limit: 1,
        leaseSeconds: 60,
        now: new Date(0),
      });
      await expect(run(source)).resolves.toBe(0);
      const [{ next_scan_at: next }] = await knex('services');
      return Math.round((Date.parse(next) - Date.now()) / 60_000);
    };
    expect([await lose(), await lose()]).toEqual([1, 2]);
    expect(await scanState()).toMatchObject({ status: 'pending' });
    for (const lost of [3, 4]) {
      expect(await lose()).toBeGreaterThan(50);
      expect(await scanState()).toMatchObject({
        status: 'failed',
        error: {
          code: 'internal',
          message: expect.stringContaining(`${lost} times in a row`),
        },
      });
    }
    expect(source.read).not.toHaveBeenCalled();

    await services.requestScan(entityRef);
    await expect(run(source)).resolves.toBe(1);
    expect(await scanState()).toMatchObject({ status: 'scanned' });
  });

  it('shares the work out, and ends what was begun when the store fails', async () => {
    await services.upsertSelection(
      ['a', 'b', 'c'].map(name =>
        service({ entityRef: `component:default/${name}` }),
      ),
    );
    const save = services.saveScan.bind(services);
    const failing = jest
      .spyOn(services, 'saveScan')
      .mockImplementation(async options => {
        if (options.entityRef === 'component:default/b') {
          throw new Error('The database is gone');
        }
        return save(options);
      });
    await expect(run(reads('c1'))).rejects.toThrow('The database is gone');
    failing.mockRestore();
    const { items } = await services.queryServices({ sort: 'name' });
    expect(items.map(({ status }) => status)).toEqual([
      'scanned',
      'pending',
      'scanned',
    ]);
  });

  it('survives a failing analysis, and hides its inside', async () => {
    await run(reads('c1'), {
      analyser: {
        ...analyser,
        analyse: async () => {
          throw new Error('inner detail');
        },
      },
    });
    const state = await scanState();
    expect(state?.error).toMatchObject({ code: 'internal' });
    expect(state?.error?.message).not.toContain('inner detail');
  });

  it('tells that an analysis took too long', async () => {
    await run(reads('c1'), {
      analyser: {
        ...analyser,
        analyse: async () => {
          throw new RepositoryReadError('timeout', 'It took too long.');
        },
      },
    });
    expect(await scanState()).toMatchObject({
      error: { code: 'timeout', message: 'It took too long.' },
    });
  });

  it('leaves the service to the next worker when its analysis is ended', async () => {
    const ending = new AbortController();
    await run(reads('c1'), {
      analyser: {
        ...analyser,
        analyse: async () => {
          ending.abort();
          throw new Error('Pool terminated');
        },
      },
      signal: ending.signal,
    });
    expect(await scanState()).toEqual(
      expect.objectContaining({ status: 'pending', error: undefined }),
    );
  });

  it.each<[string, Partial<ScanReport>, string]>([
    ['nothing to check', { modules: [] }, 'not-applicable'],
    [
      'something that could not be read',
      {
        modules: [],
        errors: [
          { path: 'Dockerfile', line: null, code: 'binary', message: 'binary' },
        ],
      },
      'scanned',
    ],
  ])('tells a repository with %s', async (_, report, status) => {
    await run(reads('c1'), {
      analyser: {
        ...analyser,
        analyse: async () => ({ report: reportOf(report), matrix }),
      },
    });
    expect(await scanState()).toMatchObject({ status });
  });
});
