/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findModuleFilesDigest } from './findModuleFilesDigest';

describe('findModuleFilesDigest', () => {
  let root: string;

  beforeEach(async () => {
    root = await fs.mkdtemp(path.join(os.tmpdir(), 'modules-'));
  });

  afterEach(async () => {
    await fs.rm(root, { recursive: true });
  });

  async function digestWith(name: string, content: string) {
    const file = path.join(root, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, content);
    return findModuleFilesDigest(root);
  }

  it('changes with the module files of the folder, and with nothing else', async () => {
    expect(await findModuleFilesDigest(root)).toBeUndefined();
    const first = await digestWith('go.mod', 'module a\n');
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    for (const other of [
      'main.go',
      'vendor/x/go.mod',
      'node_modules/x/go.sum',
      'testdata/go.mod',
      'go.mod.orig',
    ]) {
      expect(await digestWith(other, 'x')).toBe(first);
    }
    const digests = [first];
    for (const name of ['go.sum', 'api/go.mod', 'go.work', 'go.work.sum']) {
      digests.push(await digestWith(name, 'x'));
    }
    digests.push(await digestWith('api/go.mod', 'y'));
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('is not known of a folder that is not there', async () => {
    expect(
      await findModuleFilesDigest(path.join(root, 'none')),
    ).toBeUndefined();
  });
});
