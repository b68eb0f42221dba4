/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { run } from './run';

const files: Record<string, string> = {
  '/example.com/lib/@v/list': 'v1.0.0\nv1.0.1\n',
  '/example.com/lib/@v/v1.0.1.mod':
    'module example.com/lib\n\nretract v1.0.0 // Broken.\n',
  '/example.com/old/@v/list': 'v1.0.0\n',
  '/example.com/old/@v/v1.0.0.mod':
    '// Deprecated: use example.com/lib.\nmodule example.com/old\n',
};

describe('scan --proxy', () => {
  const folder = createMockDirectory({
    content: {
      'go.mod':
        'module example.com/app\n\ngo 1.27\n\nrequire (\n\texample.com/lib v1.0.0\n\texample.com/old v1.0.0\n\tgit.corp.example/own v1.0.0\n)\n',
      'main.go': 'package main\n',
    },
  });
  const environment = { ...process.env };
  let asked: string[];
  let server: Server;
  let proxy: string;

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url!);
      const body = files[request.url!];
      response.writeHead(body === undefined ? 404 : 200).end(body);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env.GOPRIVATE = '*.corp.example';
    delete process.env.GONOPROXY;
  });

  afterEach(async () => {
    process.env = { ...environment };
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  });

  async function scan(...args: string[]) {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const status = await run(
      ['scan', folder.path, '--format', 'json', ...args],
      { stdin: new PassThrough(), stdout, stderr },
    );
    stdout.end();
    stderr.end();
    const said = await text(stdout);
    const report = said === '' ? undefined : JSON.parse(said);
    const check = (rule: string) =>
      report?.checks.find((each: { rule: string }) => each.rule === rule);
    return { status, check, stderr: await text(stderr) };
  }

  it('finds retracted and deprecated modules', async () => {
    const { check, stderr, status } = await scan('--proxy', `${proxy},direct`);
    expect(status).toBe(0);
    expect(check('modules/retracted')).toMatchObject({
      state: 'fail',
      findings: [
        {
          line: 6,
          message: expect.stringMatching(
            /^example\.com\/lib v1\.0\.0 was retracted \(Broken\); `go get example\.com\/lib@v1\.0\.1` takes a good one\. As of \d{4}-\d\d-\d\d\.$/,
          ),
        },
      ],
    });
    expect(check('modules/deprecated')).toMatchObject({
      state: 'fail',
      findings: [{ line: 7 }],
    });
    expect(stderr).toBe(
      'build-hygiene: nothing is known of 1 of 3 required modules; of git.corp.example/own, because: It is private, and no module proxy is asked for it.\n',
    );
    expect(asked.join()).not.toContain('corp.example');
  });

  it('asks nobody without the option', async () => {
    const { check, stderr } = await scan();
    expect(check('modules/retracted')).toMatchObject({
      state: 'not-applicable',
    });
    expect(stderr).toBe('');
    expect(asked).toEqual([]);
  });

  it('scans all the same when a proxy is down', async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    const { check, status, stderr } = await scan('--proxy', proxy);
    expect(status).toBe(0);
    expect(check('modules/retracted')).toMatchObject({
      state: 'not-applicable',
    });
    expect(stderr).toContain('The connection is refused.');
  });

  it('refuses a list that the go command refuses', async () => {
    const { status, stderr } = await scan('--proxy', 'ftp://ci:s3cret@x');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'build-hygiene: --proxy: invalid proxy URL scheme (must be https, http, file): ftp://x\n',
    );
  });
});
