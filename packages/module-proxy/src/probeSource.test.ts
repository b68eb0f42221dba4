/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { SourceProbe } from '@build-hygiene/engine';
import { createCertificate } from './__testUtils__/createCertificate';
import {
  Fault,
  FaultyProxy,
  FaultyProxyOptions,
} from './__testUtils__/FaultyProxy';
import { goModHash } from './goModHash';
import { probeSource, ProbeSourceOptions } from './probeSource';

const goMod = 'module example.com/canary\n\ngo 1.26\n';
const modules = {
  'example.com/canary': { 'v1.2.3': goMod },
  'git.corp.example/Team/lib': {
    'v0.1.0': 'module git.corp.example/Team/lib\n',
  },
};
const canary = { modulePath: 'example.com/canary', version: 'v1.2.3' };
const privateCanary = {
  modulePath: 'git.corp.example/Team/lib',
  version: 'v0.1.0',
};
const day = 24 * 60 * 60 * 1000;

function stateOf({ checks }: SourceProbe, name: string) {
  return checks.find(check => check.name === name)?.state;
}

function messageOf({ checks }: SourceProbe, name: string) {
  return checks.find(check => check.name === name)?.message;
}

describe('probeSource', () => {
  const started: FaultyProxy[] = [];

  async function start(options: FaultyProxyOptions = {}) {
    const proxy = await FaultyProxy.start(modules, options);
    started.push(proxy);
    return proxy;
  }

  afterEach(async () => {
    await Promise.all(started.splice(0).map(proxy => proxy.stop()));
  });

  const probe = (
    proxy: FaultyProxy,
    rest: Partial<ProbeSourceOptions> & { ca?: string } = {},
  ) => {
    const { ca, ...options } = rest;
    return probeSource(
      { url: proxy.url, ...(ca !== undefined && { ca }) },
      { kind: 'proxy', canary, timeoutMilliseconds: 60_000, ...options },
    );
  };

  it('finds nothing wrong with a proxy that serves', async () => {
    const certificate = createCertificate();
    const proxy = await start({ certificate, passesOn: 'sum.example' });
    const found = await probe(proxy, {
      ca: certificate.cert,
      checksumDatabase: 'sum.example',
      privateCanary,
      canary: { ...canary, goModHash: goModHash(goMod) },
    });
    expect(found.checks.map(({ name, state }) => [name, state])).toEqual([
      ['dns', 'pass'],
      ['connection', 'pass'],
      ['certificate', 'pass'],
      ['list', 'pass'],
      ['info', 'pass'],
      ['mod', 'pass'],
      ['missing', 'pass'],
      ['private', 'pass'],
      ['checksums', 'pass'],
      ['clock', 'pass'],
    ]);
    expect(found).toMatchObject({
      source: proxy.url,
      kind: 'proxy',
      state: 'up',
      answers: { public: 'served', private: 'served', missing: 'not-found' },
    });
    expect(found.milliseconds).toBeGreaterThanOrEqual(0);
    expect(
      Date.parse(found.certificateExpiresAt!) - Date.now(),
    ).toBeGreaterThan(80 * day);
  });

  it.each<[string, Fault, string, Record<string, string>]>([
    [
      'is broken',
      { kind: 'status', status: 500 },
      'down',
      { public: 'failed', missing: 'failed' },
    ],
    [
      'forbids',
      { kind: 'status', status: 403 },
      'down',
      { public: 'failed', missing: 'failed' },
    ],
    [
      'has nothing',
      { kind: 'status', status: 404 },
      'down',
      { public: 'not-found', missing: 'not-found' },
    ],
    [
      'has nothing any more',
      { kind: 'status', status: 410 },
      'down',
      { public: 'not-found', missing: 'not-found' },
    ],
    [
      'asks for a login',
      { kind: 'garbage' },
      'down',
      { public: 'garbage', missing: 'garbage' },
    ],
    [
      'breaks off',
      { kind: 'break' },
      'down',
      { public: 'failed', missing: 'failed' },
    ],
    [
      'redirects elsewhere',
      { kind: 'redirect', to: 'http://127.0.0.1:1/' },
      'down',
      { public: 'failed', missing: 'failed' },
    ],
  ])('tells that a proxy %s', async (_, fault, state, answers) => {
    const proxy = await start();
    proxy.faults = [['/', fault]];
    expect(await probe(proxy)).toMatchObject({ state, answers });
  });

  it('waits for a silent proxy once', async () => {
    const proxy = await start();
    proxy.faults = [['/', { kind: 'silence' }]];
    const found = await probe(proxy, { timeoutMilliseconds: 300 });
    expect(found).toMatchObject({
      state: 'down',
      answers: { public: 'silent', missing: 'silent' },
    });
    expect(proxy.requests).toHaveLength(1);
  });

  it('tells each wrong part from the others', async () => {
    const proxy = await start();
    const at = '/example.com/canary/@v';
    proxy.faults = [
      [`${at}/v1.2.3.info`, { kind: 'garbage' }],
      ['/build-hygiene.invalid', { kind: 'status', status: 403 }],
    ];
    const found = await probe(proxy);
    expect(stateOf(found, 'list')).toBe('pass');
    expect(stateOf(found, 'info')).toBe('fail');
    expect(stateOf(found, 'mod')).toBe('pass');
    expect(messageOf(found, 'missing')).toBe(
      'Status 403. The sources after a comma are not asked then.',
    );
    expect(found.answers).toEqual({ public: 'garbage', missing: 'failed' });
  });

  it('is content with a proxy that only falls short on what is missing', async () => {
    const proxy = await start();
    proxy.faults = [
      ['/build-hygiene.invalid', { kind: 'status', status: 500 }],
    ];
    expect(await probe(proxy)).toMatchObject({ state: 'degraded' });
  });

  it('finds a go.mod that someone has changed', async () => {
    const proxy = await start();
    const found = await probe(proxy, {
      canary: { ...canary, goModHash: goModHash(`${goMod}\n`) },
    });
    expect(messageOf(found, 'mod')).toContain('another than the configured');
    expect(found.answers.public).toBe('garbage');
  });

  it('wants a clear word on the checksum database', async () => {
    const without = await start();
    expect(
      messageOf(
        await probe(without, { checksumDatabase: 'sum.example' }),
        'checksums',
      ),
    ).toContain('builds ask it directly');
    without.faults = [['/sumdb', { kind: 'status', status: 503 }]];
    expect(
      await probe(without, { checksumDatabase: 'sum.example' }),
    ).toMatchObject({ state: 'degraded' });
  });

  it('looks at a checksum database', async () => {
    const database = await start();
    const ask = (rest = {}) =>
      probe(database, { kind: 'checksum-database', ...rest });
    expect(stateOf(await ask(), 'checksums')).toBe('pass');
    expect(
      await ask({ canary: { ...canary, goModHash: 'h1:other=' } }),
    ).toMatchObject({ state: 'down' });
    expect(
      await ask({ canary: { ...canary, version: 'v9.9.9' } }),
    ).toMatchObject({ state: 'down' });
    database.faults = [['/latest', { kind: 'garbage' }]];
    expect(messageOf(await ask(), 'checksums')).toBe(
      'It serves no signed tree.',
    );
  });

  it.each([
    [3600, 'warn', 'ahead of'],
    [-3600, 'warn', 'behind'],
    [0, 'pass', 'As ours'],
  ])('compares clocks: %i s', async (clockAheadSeconds, state, words) => {
    const found = await probe(await start({ clockAheadSeconds }));
    expect(stateOf(found, 'clock')).toBe(state);
    expect(messageOf(found, 'clock')).toContain(words);
  });

  it.each<[string, Parameters<typeof createCertificate>[0], boolean, string]>([
    [
      'has expired',
      { from: new Date(Date.now() - 9 * day), to: new Date(Date.now() - day) },
      true,
      'The certificate has expired.',
    ],
    [
      'is for another name',
      { name: 'other.example' },
      true,
      'The certificate is for another name.',
    ],
    [
      'is of nobody known',
      {},
      false,
      'The certificate is of an authority that is not trusted here.',
    ],
  ])('rejects a certificate that %s', async (_, options, trusted, words) => {
    const certificate = createCertificate(options);
    const proxy = await start({ certificate });
    const found = await probe(proxy, trusted ? { ca: certificate.cert } : {});
    expect(messageOf(found, 'certificate')).toBe(words);
    expect(found).toMatchObject({
      state: 'down',
      answers: { public: 'failed', missing: 'failed' },
    });
    expect(found.certificateExpiresAt).toBeDefined();
    expect(proxy.requests).toEqual([]);
  });

  it('warns of a certificate that runs out', async () => {
    const certificate = createCertificate({
      to: new Date(Date.now() + 5 * day),
    });
    const proxy = await start({ certificate });
    const found = await probe(proxy, { ca: certificate.cert });
    expect(stateOf(found, 'certificate')).toBe('warn');
    expect(found.state).toBe('degraded');
  });

  it('tells a name that does not resolve from a host that is down', async () => {
    const nowhere = await probeSource(
      { url: 'https://proxy.invalid' },
      { kind: 'proxy', canary, timeoutMilliseconds: 60_000 },
    );
    expect(stateOf(nowhere, 'dns')).toBe('fail');
    expect(nowhere.checks).toHaveLength(1);

    const proxy = await start();
    await proxy.stop();
    const down = await probe(started.pop()!);
    expect(messageOf(down, 'connection')).toBe('The connection is refused.');
    expect(down.state).toBe('down');
  });

  it('shows no credentials', async () => {
    const proxy = await start();
    const found = await probeSource(
      { url: proxy.url.replace('//', '//ci:s3cret@') },
      { kind: 'proxy', canary },
    );
    expect(found.answers.public).toBe('served');
    expect(JSON.stringify(found)).not.toContain('s3cret');
    expect(proxy.requests[0].headers.authorization).toMatch(/^Basic /);
  });

  it('leaves folders alone', async () => {
    expect(
      await probeSource(
        { url: 'file:///var/modules' },
        { kind: 'proxy', canary },
      ),
    ).toMatchObject({ answers: {}, state: 'degraded' });
  });
});
