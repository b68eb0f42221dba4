/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const script = resolve(__dirname, '../../scripts/check-fixes.mjs');
const dockerfile =
  'FROM golang:1.27 AS build\r\nWORKDIR /src\r\nCOPY . .\r\nRUN go build -o /app .\r\n\r\nFROM scratch\r\nCOPY --from=build /app /app\r\nCMD /app';
let checkouts: string;

beforeEach(() => {
  checkouts = mkdtempSync(join(tmpdir(), 'build-hygiene-checkouts-'));
});

afterEach(() => rmSync(checkouts, { recursive: true }));

function addService(name: string, files: Record<string, string>): void {
  mkdirSync(join(checkouts, name));
  for (const [path, text] of Object.entries(files)) {
    writeFileSync(join(checkouts, name, path), text);
  }
}

function check(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [script, ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('scripts/check-fixes.mjs', () => {
  it('applies each fix with git, and leaves the checkouts alone', () => {
    addService('bad', {
      Dockerfile: dockerfile,
      'go.mod': 'module example.com/app\n\ngo 1.27\n',
      'main.go': '',
    });
    addService('empty', {});
    const { status, stdout, stderr } = check(checkouts);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^image\/shell-form +1 offered, 0 held back, 0 failed$/m,
    );
    expect(stdout).toMatch(
      /^2 repositories, [5-9] fixes offered alone, [5-9] in the plans, 0 held back alone, 0 only on a second run, 0 failures$/m,
    );
    expect(readFileSync(join(checkouts, 'bad/Dockerfile'), 'utf8')).toBe(
      dockerfile,
    );
  });

  it('says what is missing', () => {
    expect(check().stderr).toContain('Name the folder');
    expect(check(join(checkouts, 'gone')).stderr).toContain('no folder');
    expect(check(checkouts).status).toBe(2);
  });
});
