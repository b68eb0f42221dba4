/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { CacheService } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createSnapshot } from '@build-hygiene/engine';
import { applyMigrations, ModuleSourceStore } from '../database';
import { createModuleLookUp } from './createModuleLookUp';
import { ModuleSourceMonitor } from './ModuleSourceMonitor';
import { ModuleSourcesConfig } from './readModuleSourcesConfig';

const goMod =
  '// Deprecated: use example.com/next\nmodule example.com/lib\n\nretract v1.0.0 // Broken.\n';

const files: Record<string, string> = {
  '/example.com/lib/@v/list': 'v1.0.0\nv1.1.0\n',
  '/example.com/lib/@v/v1.1.0.info': '{"Version":"v1.1.0"}',
  '/example.com/lib/@v/v1.1.0.mod': goMod,
};

describe('module sources', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const servers: Server[] = [];
  const logger = mockServices.logger.mock();
  let moduleSources: ModuleSourceStore;

  /** A module proxy that can be switched to answer with an error. */
  async function start() {
    const source = { url: '', status: 200, asked: [] as string[] };
    const server = createServer((request, response) => {
      source.asked.push(request.url!);
      const body = files[request.url!];
      const found = body === undefined ? 404 : 200;
      response.writeHead(source.status === 200 ? found : source.status);
      response.end(body ?? 'no');
    });
    servers.push(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    source.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return source;
  }

  function configOf(
    list: string,
    rest: Partial<ModuleSourcesConfig> = {},
  ): ModuleSourcesConfig {
    return {
      list,
      noProxy: '',
      access: [],
      canary: { modulePath: 'example.com/lib', version: 'v1.1.0' },
      intervalSeconds: 300,
      timeoutSeconds: 60,
      lookUp: true,
      ...rest,
    };
  }

  const monitorOf = (config: ModuleSourcesConfig | undefined) =>
    ModuleSourceMonitor.create({ config, moduleSources, logger });

  const { signal } = new AbortController();

  beforeEach(async () => {
    jest.clearAllMocks();
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(knex);
    moduleSources = ModuleSourceStore.create({ knex });
  });

  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    }
  });

  it('contacts nobody when none is configured', async () => {
    const monitor = monitorOf(undefined);
    await monitor.probe(signal);
    expect(await monitor.board()).toEqual({ configured: false, sources: [] });
    const cache = mockServices.cache.mock();
    expect(
      createModuleLookUp({ config: undefined, cache, logger }),
    ).toBeUndefined();
    expect(
      createModuleLookUp({
        config: configOf('https://proxy.example', { lookUp: false }),
        cache,
        logger,
      }),
    ).toBeUndefined();
  });

  it('tells what the list does, before and after a source fails', async () => {
    const [first, second] = [await start(), await start()];
    const monitor = monitorOf(configOf(`${first.url},${second.url}`));
    const before = await monitor.board();
    expect(before.sources).toMatchObject([
      { source: first.url, history: { probes: 0 } },
      { source: second.url, history: { probes: 0 } },
    ]);
    expect(before.failover?.now).toEqual({});

    await monitor.probe(signal);
    const healthy = await monitor.board();
    expect(healthy.failover?.now.public).toMatchObject({
      state: 'served',
      source: first.url,
    });
    // Plain HTTP is a fault of its own.
    expect(healthy.sources[0].probe?.state).toBe('degraded');

    first.status = 503;
    await monitor.probe(signal);
    const failing = await monitor.board();
    expect(failing.failover?.now.public).toMatchObject({
      state: 'failed',
      source: first.url,
    });
    expect(failing.sources).toMatchObject([
      {
        probe: { state: 'down' },
        history: { probes: 2, availability: 0.5 },
      },
      { probe: { state: 'degraded' }, history: { availability: 1 } },
    ]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(`${first.url} is down, was degraded: list:`),
    );
  });

  it('looks at the checksum database too', async () => {
    const source = await start();
    const monitor = monitorOf(
      configOf(`${source.url},direct`, {
        checksumDatabase: { name: 'sum.example', url: source.url },
      }),
    );
    await monitor.probe(signal);
    const { sources } = await monitor.board();
    expect(sources.map(({ kind, probe }) => [kind, probe?.state])).toEqual([
      ['proxy', 'degraded'],
      ['checksum-database', 'down'],
    ]);
    expect(source.asked).toContain('/sumdb/sum.example/supported');
  });

  it('forgets a source that is configured no more', async () => {
    const [first, second] = [await start(), await start()];
    await monitorOf(configOf(first.url)).probe(signal);
    await monitorOf(configOf(second.url)).probe(signal);
    const { sources } = await monitorOf(configOf(first.url)).board();
    expect(sources[0].probe).toBeUndefined();
  });

  it('stores nothing of a look that was cut short', async () => {
    const source = await start();
    const monitor = monitorOf(configOf(source.url));
    await monitor.probe(AbortSignal.abort());
    expect((await monitor.board()).sources[0].probe).toBeUndefined();
  });

  it('asks for what a repository requires, once while it is fresh', async () => {
    const source = await start();
    const kept = new Map<string, unknown>();
    const cache = mockServices.cache.mock({
      get: (async (key: string) => kept.get(key)) as CacheService['get'],
      set: async (key, value) => {
        kept.set(key, value);
      },
    });
    const snapshot = createSnapshot({
      files: [
        [
          'go.mod',
          'module example.com/app\n\nrequire (\n\texample.com/lib v1.0.0\n\tgit.corp.example/own v1.0.0\n)\n',
        ],
      ],
    });
    const look = async () =>
      createModuleLookUp({
        config: configOf(source.url, { noProxy: '*.corp.example' }),
        cache,
        logger,
      })!(snapshot, { signal });
    expect(await look()).toMatchObject([
      {
        modulePath: 'example.com/lib',
        deprecated: 'use example.com/next',
        retracted: [{ low: 'v1.0.0', rationale: 'Broken.' }],
      },
    ]);
    const asked = source.asked.length;
    expect(await look()).toHaveLength(1);
    expect(source.asked).toHaveLength(asked);
    expect(source.asked.join()).not.toContain('corp.example');
  });
});
