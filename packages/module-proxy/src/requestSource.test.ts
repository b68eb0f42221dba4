/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import http from 'node:http';
import { AddressInfo, createServer } from 'node:net';
import { createCertificate } from './__testUtils__/createCertificate';
import { Fault, FaultyProxy } from './__testUtils__/FaultyProxy';
import { requestSource } from './requestSource';

const modules = { 'example.com/lib': { 'v1.0.0': 'module example.com/lib\n' } };
const path = '/example.com/lib/@v/list';
const bounds = { timeoutMilliseconds: 60_000, maximumBytes: 64 * 1024 };

describe('requestSource', () => {
  let proxy: FaultyProxy;

  beforeEach(async () => {
    proxy = await FaultyProxy.start(modules);
  });

  afterEach(async () => {
    await proxy.stop();
  });

  it('gets an answer, with what was said along with it', async () => {
    proxy.etag = '"one"';
    const response = await requestSource(
      { url: proxy.url, authorization: 'Basic eDp5' },
      path,
      bounds,
    );
    expect(response).toMatchObject({
      status: 200,
      body: 'v1.0.0\n',
      etag: '"one"',
    });
    expect(proxy.requests[0].headers.authorization).toBe('Basic eDp5');

    const again = await requestSource({ url: proxy.url }, path, {
      ...bounds,
      known: response,
    });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  it.each<[string, Fault, string]>([
    ['breaks off', { kind: 'break' }, 'unreachable'],
    ['sends without end', { kind: 'flood' }, 'too-large'],
    [
      'redirects elsewhere',
      { kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data' },
      'redirect',
    ],
    [
      'redirects to a file',
      { kind: 'redirect', to: 'file:///etc' },
      'redirect',
    ],
    ['redirects to itself', { kind: 'redirect', to: path }, 'redirect'],
    ['redirects nowhere', { kind: 'redirect', to: 'http://' }, 'redirect'],
  ])('rejects a source that %s', async (_, fault, code) => {
    proxy.faults = [['/', fault]];
    await expect(
      requestSource({ url: proxy.url }, path, bounds),
    ).rejects.toMatchObject({ name: 'SourceError', code });
  });

  it('follows a redirect within the source', async () => {
    proxy.faults = [['/old', { kind: 'redirect', to: path }]];
    expect(
      await requestSource({ url: proxy.url }, '/old', bounds),
    ).toMatchObject({ status: 200, body: 'v1.0.0\n' });
  });

  it('does not wait without end', async () => {
    proxy.faults = [['/', { kind: 'silence' }]];
    await expect(
      requestSource({ url: proxy.url }, path, {
        ...bounds,
        timeoutMilliseconds: 300,
      }),
    ).rejects.toMatchObject({ code: 'silent' });
  });

  it('sends a request again that met a connection at its end', async () => {
    let connections = 0;
    const server = createServer(socket => {
      connections += 1;
      const mine = connections;
      let requests = 0;
      socket.on('error', () => {});
      socket.on('data', () => {
        requests += 1;
        if (mine === 1 && requests === 2) {
          socket.resetAndDestroy();
        } else {
          socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        }
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const url = `http://127.0.0.1:${port}`;
      for (const each of ['/1', '/2', '/3']) {
        const { body } = await requestSource({ url }, each, bounds);
        expect(body).toBe('ok');
      }
      expect(connections).toBe(2);
    } finally {
      http.globalAgent.destroy();
      server.close();
    }
  });

  it('can be ended', async () => {
    proxy.faults = [['/', { kind: 'silence' }]];
    await expect(
      requestSource({ url: proxy.url }, path, {
        ...bounds,
        signal: AbortSignal.abort(),
      }),
    ).rejects.toMatchObject({ code: 'aborted' });
  });

  it('says what is wrong with a host', async () => {
    const { url } = proxy;
    await proxy.stop();
    await expect(requestSource({ url }, path, bounds)).rejects.toMatchObject({
      code: 'unreachable',
      message: 'The connection is refused.',
    });
    proxy = await FaultyProxy.start(modules);
  });

  it('trusts no certificate that it is not told to', async () => {
    const certificate = createCertificate();
    const secure = await FaultyProxy.start(modules, { certificate });
    try {
      await expect(
        requestSource({ url: secure.url }, path, bounds),
      ).rejects.toMatchObject({ code: 'certificate' });
      expect(
        await requestSource(
          { url: secure.url, ca: certificate.cert },
          path,
          bounds,
        ),
      ).toMatchObject({ status: 200 });
    } finally {
      await secure.stop();
    }
  });
});
