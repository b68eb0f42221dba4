/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createMockDirectory } from '@backstage/backend-test-utils';

const bin = path.resolve(__dirname, '../bin/build-hygiene');
const token = 'the-token-of-the-job';
const log =
  '#1 [internal] load build definition from Dockerfile\n#1 DONE 0.0s\n';
const build = {
  id: 'b1',
  entityRef: 'component:default/orders',
  outcome: 'success',
  cache: { cacheable: 3, cached: 2, hitRate: 2 / 3 },
  failure: null,
};

interface Received {
  url: URL;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

jest.setTimeout(60_000);

describe('build-hygiene push', () => {
  const folder = createMockDirectory({
    content: { 'build.log': log, 'build.log.gz': gzipSync(log), empty: '' },
  });
  const received: Received[] = [];
  let status = 201;
  let answer: unknown = build;
  let base: string;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const url = new URL(request.url!, base);
    received.push({
      url,
      headers: request.headers,
      body: Buffer.concat(chunks),
    });
    if (url.pathname === '/token') {
      response.end(
        JSON.stringify({ value: `for ${url.searchParams.get('audience')}` }),
      );
      return;
    }
    response.writeHead(status).end(JSON.stringify(answer));
  });

  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    received.length = 0;
    status = 201;
    answer = build;
  });

  async function push(
    args: string[],
    options: { env?: Record<string, string>; stdin?: string } = {},
  ) {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, [bin, 'push', ...args], {
      // With no module around it, and without the variables of the CI system.
      cwd: folder.path,
      env: { PATH, HOME, BUILD_HYGIENE_TOKEN: token, ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text;
    });
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
    const [code] = await once(child, 'close');
    expect(`${stdout}${stderr}`).not.toContain(token);
    return { status: code, stdout, stderr };
  }

  const to = () => ['--url', base, '--entity', 'component:default/orders'];

  it('sends the file with what the CI system tells', async () => {
    const ending = await push(
      [folder.resolve('build.log'), ...to(), '--image', 'shop/orders'],
      {
        env: {
          GITHUB_ACTIONS: 'true',
          GITHUB_RUN_ID: '17',
          GITHUB_REF: 'refs/heads/main',
        },
      },
    );
    expect(ending).toEqual({
      status: 0,
      stdout:
        'sent · component:default/orders · success · 2 of 3 steps from the cache\n',
      stderr: '',
    });
    const [{ url, headers, body }] = received;
    expect(url.pathname).toBe('/api/build-hygiene/builds');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      entityRef: 'component:default/orders',
      provider: 'github-actions',
      runId: '17',
      branch: 'main',
      image: 'shop/orders',
    });
    expect(headers.authorization).toBe(`Bearer ${token}`);
    expect(gunzipSync(body).toString()).toBe(log);
  });

  it('sends what it is piped, and what is packed as it is', async () => {
    const env = {
      BUILD_HYGIENE_URL: base,
      BUILD_HYGIENE_ENTITY: 'component:default/orders',
    };
    await push([], { env, stdin: log });
    await push(['-'], { env, stdin: log });
    await push([folder.resolve('build.log.gz')], { env });
    expect(received.map(({ body }) => gunzipSync(body).toString())).toEqual([
      log,
      log,
      log,
    ]);
  });

  it('asks GitHub for a token, for this backend', async () => {
    const env = {
      BUILD_HYGIENE_TOKEN: '',
      ACTIONS_ID_TOKEN_REQUEST_URL: `${base}/token?v=1`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'r1',
    };
    await push([folder.resolve('build.log'), ...to()], { env });
    await push([folder.resolve('build.log'), ...to(), '--audience', 'x'], {
      env,
    });
    expect(received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer r1',
      `Bearer for ${base}`,
      'Bearer r1',
      'Bearer for x',
    ]);
    expect(received[0].url.searchParams.get('v')).toBe('1');
  });

  it.each([
    ['true', 403, 1],
    ['false', 403, 0],
    ['true', 201, 0],
  ])(
    'runs in the action: strict %s, answer %i',
    async (strict, answered, code) => {
      status = answered;
      const action = readFileSync(
        path.resolve(
          __dirname,
          '../../../actions/push-build-record/action.yml',
        ),
        'utf8',
      );
      const script = action
        .slice(action.indexOf('run: |\n') + 'run: |\n'.length)
        .replace(/^ {8}/gm, '');
      const child = spawn('bash', ['--norc', '-eo', 'pipefail', '-c', script], {
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          BUILD_HYGIENE_URL: base,
          BUILD_HYGIENE_ENTITY: 'component:default/orders',
          BUILD_HYGIENE_IMAGE: '',
          BUILD_HYGIENE_TOKEN: token,
          AUDIENCE: '',
          STRICT: strict,
          RECORD: folder.resolve('build.log'),
          COMMAND: `${process.execPath} ${bin}`,
        },
      });
      child.stdin.end();
      const [ended] = await once(child, 'close');
      expect({ ended, requests: received.length }).toEqual({
        ended: code,
        requests: 1,
      });
    },
  );

  it('tells why a build failed', async () => {
    answer = {
      ...build,
      outcome: 'failure',
      cache: { cacheable: 3, cached: 2 },
      failure: { class: 'network.dns', message: 'No\u001b[31m such host.' },
    };
    const { status: code, stdout } = await push([
      folder.resolve('build.log'),
      ...to(),
    ]);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout:
        'sent · component:default/orders · failure\nnetwork.dns: No[31m such host.\n',
    });
  });

  it.each<[string, () => string[], Record<string, string>, RegExp, number]>([
    ['no URL', () => [], {}, /--url or BUILD_HYGIENE_URL is missing/, 2],
    ['no entity', () => ['--url', base], {}, /--entity/, 2],
    ['no file', () => [folder.resolve('none'), ...to()], {}, /no such file/, 2],
    ['a folder', () => [folder.path, ...to()], {}, /a folder/, 2],
    [
      'an empty file',
      () => [folder.resolve('empty'), ...to()],
      {},
      /it is empty/,
      2,
    ],
    [
      'no token',
      () => [folder.resolve('build.log'), ...to()],
      { BUILD_HYGIENE_TOKEN: '' },
      /there is no token/,
      1,
    ],
    [
      'no permission for a token',
      () => [folder.resolve('build.log'), ...to()],
      { BUILD_HYGIENE_TOKEN: '', GITHUB_ACTIONS: 'true' },
      /id-token: write/,
      1,
    ],
  ])(
    'says %s, and stops the job only if told to',
    async (_, args, env, message, strict) => {
      for (const options of [[], ['--strict']]) {
        const ending = await push([...args(), ...options], { env });
        expect(ending).toMatchObject({
          status: options.length > 0 ? strict : 0,
          stdout: '',
          stderr: expect.stringMatching(message),
        });
        expect(ending.stderr.trimEnd().split('\n')).toHaveLength(1);
      }
      expect(received).toEqual([]);
    },
  );

  it('says why the backend refuses, without the token', async () => {
    status = 403;
    answer = { error: { message: `${token} may\nnot` } };
    const args = [folder.resolve('build.log'), ...to()];
    expect(await push(args)).toEqual({
      status: 0,
      stdout: '',
      stderr:
        'build-hygiene: the build was not sent: status 403: *** may not; the job goes on (--strict stops it)\n',
    });
    expect(await push([...args, '--strict'])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/may not\n$/),
    });
  });
});
