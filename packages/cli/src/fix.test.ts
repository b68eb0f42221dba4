/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { execFileSync } from 'node:child_process';
import { promises as fs, symlinkSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { text as readText } from 'node:stream/consumers';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { run } from './run';

const folder = createMockDirectory();

async function fix(...args: string[]) {
  const streams = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
  };
  const status = await run(['fix', ...args], streams);
  streams.stdout.end();
  streams.stderr.end();
  return {
    status,
    stdout: await readText(streams.stdout),
    stderr: await readText(streams.stderr),
  };
}

const dockerfile =
  '# What it is\nFROM alpine:3.24\nUSER 65532\nCOPY app /app\nCMD /app --port=8080';

describe('build-hygiene fix', () => {
  it.each<[string, Record<string, string>]>([
    ['no line break at the end', { Dockerfile: dockerfile }],
    [
      'line breaks of Windows',
      { Dockerfile: `${dockerfile.replaceAll('\n', '\r\n')}\r\n` },
    ],
    [
      'a name that has to be quoted',
      { 'caf\u00e9 "x".Dockerfile': dockerfile },
    ],
  ])('prints what git applies: %s', async (_, files) => {
    folder.setContent({ ...files, app: '' });
    const [name] = Object.keys(files);
    const { status, stdout, stderr } = await fix(
      folder.path,
      '--rule',
      'image/shell-form',
    );
    expect(status).toBe(0);
    expect(stderr).toMatch(/^.* image\/shell-form: .*\n1 fix in 1 file, score/);
    expect(await fs.readFile(folder.resolve(name), 'utf8')).toBe(files[name]);
    execFileSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: folder.path,
      input: stdout,
    });
    expect(await fs.readFile(folder.resolve(name), 'utf8')).toBe(
      files[name].replace('/app --port=8080', '["/app", "--port=8080"]'),
    );
    const again = await fix(folder.path, '--rule', 'image/shell-form');
    expect(again).toEqual({
      status: 0,
      stdout: '',
      stderr: 'There is nothing that can be fixed without a person.\n',
    });
  });

  it('writes the files when asked to', async () => {
    folder.setContent({ Dockerfile: dockerfile, app: '' });
    const { status, stderr } = await fix(
      folder.path,
      '--rule',
      'image/shell-form',
      '--write',
    );
    expect(status).toBe(0);
    expect(stderr).toContain('written');
    expect(await fs.readFile(folder.resolve('Dockerfile'), 'utf8')).toContain(
      'CMD ["/app", "--port=8080"]',
    );
  });

  it('describes the fixes as JSON', async () => {
    folder.setContent({ Dockerfile: dockerfile, app: '' });
    const { stdout, stderr } = await fix(folder.path, '--format', 'json');
    expect(stderr).toBe('');
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({
      scoreBefore: expect.any(Number),
      rejected: [],
      changes: [{ kind: 'edit', path: 'Dockerfile' }],
      diff: expect.stringContaining('+++ b/Dockerfile'),
    });
    expect(plan.fixes).toContainEqual(
      expect.objectContaining({
        rule: 'image/shell-form',
        unit: 'Dockerfile',
        safety: 'safe',
        verified: true,
        scoreAfter: expect.any(Number),
      }),
    );
  });

  it('does not change what is no text', async () => {
    folder.setContent({});
    await fs.writeFile(
      folder.resolve('Dockerfile'),
      Buffer.concat([
        Buffer.from('# caf\xe9\n', 'latin1'),
        Buffer.from(dockerfile),
      ]),
    );
    const { stdout, stderr } = await fix(folder.path);
    expect(stdout).toBe('');
    expect(stderr).toContain('not valid UTF-8');
  });

  it('says that there is no such rule', async () => {
    folder.setContent({ Dockerfile: dockerfile });
    expect(await fix(folder.path, '--rule', 'image/nonsense')).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'build-hygiene: there is no rule image/nonsense; `build-hygiene rules` lists them\n',
    });
  });

  it('leaves what a link leads to', async () => {
    folder.setContent({ elsewhere: { Dockerfile: dockerfile }, own: {} });
    symlinkSync('../elsewhere/Dockerfile', folder.resolve('own/Dockerfile'));
    const { stdout } = await fix(folder.resolve('own'), '--write');
    expect(stdout).toBe('');
    expect(
      await fs.readFile(folder.resolve('elsewhere/Dockerfile'), 'utf8'),
    ).toBe(dockerfile);
  });
});
