/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Fault, FaultyProxy } from './__testUtils__/FaultyProxy';
import {
  ModuleProxyClient,
  ModuleProxyClientOptions,
} from './ModuleProxyClient';
import { CachedAnswer, SourceCache } from './SourceCache';

const modules = {
  'example.com/lib': {
    'v1.0.0': 'module example.com/lib\n',
    'v1.2.0': 'module example.com/lib\n\nretract v1.1.0 // Broken.\n',
    'v1.1.0': 'module example.com/lib\n',
    'v1.3.0-rc.1': 'module example.com/lib\n\nretract v1.0.0\n',
  },
  'example.com/Old': {
    'v0.1.0':
      '// Deprecated: use example.com/lib\n// instead.\nmodule example.com/Old\n',
  },
  'example.com/commits': {
    'v0.0.0-20260102030405-0123456789ab': 'module example.com/commits\n',
  },
};

describe('ModuleProxyClient', () => {
  const started: FaultyProxy[] = [];

  async function start(served: typeof modules | {} = modules) {
    const proxy = await FaultyProxy.start(served);
    started.push(proxy);
    return proxy;
  }

  afterEach(async () => {
    await Promise.all(started.splice(0).map(proxy => proxy.stop()));
  });

  const client = (list: string, rest: Partial<ModuleProxyClientOptions> = {}) =>
    ModuleProxyClient.create({ list, ...rest });

  it('knows what the newest release says', async () => {
    const proxy = await start();
    const { facts, unknown } = await client(proxy.url).lookUp([
      'example.com/lib',
      'example.com/Old',
    ]);
    expect(unknown).toEqual([]);
    expect(facts).toMatchObject([
      {
        modulePath: 'example.com/lib',
        versions: ['v1.0.0', 'v1.1.0', 'v1.2.0', 'v1.3.0-rc.1'],
        latest: 'v1.2.0',
        retracted: [{ low: 'v1.1.0', high: 'v1.1.0', rationale: 'Broken.' }],
      },
      {
        modulePath: 'example.com/Old',
        deprecated: 'use example.com/lib instead.',
      },
    ]);
    expect(proxy.paths).toContain('/example.com/!old/@v/v0.1.0.mod');
  });

  it('takes the newest commit of a module without versions', async () => {
    const proxy = await start();
    const version = 'v0.0.0-20260102030405-0123456789ab';
    proxy.latest = { 'example.com/commits': version };
    const { facts } = await client(proxy.url).lookUp(['example.com/commits']);
    expect(facts).toMatchObject([{ versions: [], latest: version }]);
  });

  it.each([
    ['module example.com/x\n', 'v2.0.0+incompatible'],
    ['module example.com/x\n\ngo 1.20\n', 'v1.0.0'],
  ])('after the go.mod %j, takes %s', async (goMod, latest) => {
    const proxy = await start({
      'example.com/x': {
        'v1.0.0': goMod,
        'v2.0.0+incompatible': 'module example.com/x\n',
      },
    });
    const { facts } = await client(proxy.url).lookUp(['example.com/x']);
    expect(facts).toMatchObject([{ latest }]);
  });

  it('asks nobody for private modules, nor for what is no module', async () => {
    const proxy = await start();
    const { facts, unknown } = await client(`${proxy.url},direct`, {
      noProxy: '*.corp.example',
    }).lookUp(['git.corp.example/lib', '../../secret', 'a b', '']);
    expect(facts).toEqual([]);
    expect(unknown).toHaveLength(4);
    expect(unknown[0].reason).toContain('private');
    expect(proxy.requests).toEqual([]);
  });

  it.each<[string, Fault, boolean]>([
    [',', { kind: 'status', status: 404 }, true],
    [',', { kind: 'status', status: 410 }, true],
    [',', { kind: 'status', status: 403 }, false],
    [',', { kind: 'status', status: 500 }, false],
    ['|', { kind: 'status', status: 500 }, true],
    ['|', { kind: 'break' }, true],
    [',', { kind: 'break' }, false],
    ['|', { kind: 'garbage' }, false],
  ])('follows the list: %s after %j', async (separator, fault, found) => {
    const first = await start();
    const second = await start();
    first.faults = [['/', fault]];
    const { facts, unknown } = await client(
      `${first.url}${separator}${second.url}`,
    ).lookUp(['example.com/lib']);
    expect(facts).toHaveLength(found ? 1 : 0);
    expect(unknown).toHaveLength(found ? 0 : 1);
    expect(second.requests.length > 0).toBe(found);
  });

  it('does not ask a source on and on that is down', async () => {
    const proxy = await start();
    proxy.faults = [['/', { kind: 'status', status: 503 }]];
    const paths = Array.from({ length: 50 }, (_, at) => `example.com/m${at}`);
    const { unknown } = await client(proxy.url, { concurrency: 1 }).lookUp(
      paths,
    );
    expect(unknown).toHaveLength(50);
    expect(unknown[49].reason).toBe(
      `${proxy.url}: It answers with status 503.`,
    );
    expect(proxy.requests).toHaveLength(3);
  });

  it('is bounded in modules, bytes and time', async () => {
    const proxy = await start();
    const few = client(proxy.url, { maximumModules: 1 });
    const { facts, unknown } = await few.lookUp([
      'example.com/lib',
      'example.com/Old',
    ]);
    expect([facts.length, unknown.length]).toEqual([1, 1]);

    proxy.faults = [['/example.com/!old', { kind: 'flood' }]];
    expect(
      (await client(proxy.url).lookUp(['example.com/Old'])).unknown[0].reason,
    ).toContain('more than');

    proxy.faults = [['/', { kind: 'silence' }]];
    expect(
      (
        await client(proxy.url).lookUp(['example.com/lib'], {
          timeoutMilliseconds: 200,
        })
      ).unknown,
    ).toHaveLength(1);
  });

  it('asks again only for what may have changed, and whether it has', async () => {
    const proxy = await start();
    proxy.etag = '"one"';
    const answers = new Map<string, CachedAnswer>();
    const cache: SourceCache = {
      get: async key => answers.get(key),
      set: async (key, answer) => {
        answers.set(key, answer);
      },
    };
    const ask = async () => {
      const { facts } = await client(proxy.url, { cache }).lookUp([
        'example.com/lib',
      ]);
      return facts.map(({ latest }) => latest);
    };
    expect(await ask()).toEqual(['v1.2.0']);
    expect(proxy.requests).toHaveLength(2);
    expect(await ask()).toEqual(['v1.2.0']);
    expect(proxy.requests).toHaveLength(2);

    const listKey = [...answers.keys()].find(key => key.endsWith('/list'))!;
    answers.set(listKey, { ...answers.get(listKey)!, freshUntil: 0 });
    expect(await ask()).toEqual(['v1.2.0']);
    expect(proxy.requests).toHaveLength(3);
    expect(proxy.requests[2].headers['if-none-match']).toBe('"one"');
    expect(answers.get(listKey)!.freshUntil).toBeGreaterThan(Date.now());
  });

  it('does without a cache that is down', async () => {
    const proxy = await start();
    const down = async () => {
      throw new Error('down');
    };
    const { facts } = await client(proxy.url, {
      cache: { get: down, set: down },
    }).lookUp(['example.com/lib']);
    expect(facts).toHaveLength(1);
  });

  it('sends credentials to their source alone, and shows them to nobody', async () => {
    const first = await start();
    const second = await start();
    first.faults = [['/', { kind: 'status', status: 401 }]];
    const list = `${first.url.replace('//', '//ci:s3cret@')}|${second.url}`;
    await client(list).lookUp(['example.com/lib']);
    expect(first.requests[0].headers.authorization).toBe(
      `Basic ${Buffer.from('ci:s3cret').toString('base64')}`,
    );
    expect(second.requests[0].headers.authorization).toBeUndefined();

    second.faults = [['/', { kind: 'status', status: 401 }]];
    const result = await client(list, {
      access: [{ url: second.url, authorization: 'Bearer t0ken' }],
    }).lookUp(['example.com/lib']);
    expect(second.requests.pop()?.headers.authorization).toBe('Bearer t0ken');
    expect(JSON.stringify(result)).not.toMatch(/s3cret|t0ken/);
  });

  it('refuses a list that the go command refuses', () => {
    expect(() => client('ftp://ci:s3cret@proxy.example')).toThrow(
      'invalid proxy URL scheme (must be https, http, file): ftp://proxy.example',
    );
  });
});
