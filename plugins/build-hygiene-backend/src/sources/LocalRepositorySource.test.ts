/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { LocalRepositorySource } from './LocalRepositorySource';

describe('LocalRepositorySource', () => {
  const folder = createMockDirectory();
  const options = { signal: new AbortController().signal };

  beforeEach(() => {
    folder.setContent({
      examples: {
        a: {
          'catalog-info.yaml': '',
          Dockerfile: 'FROM scratch\n',
          'main.go': 'package main\n',
        },
      },
      'examples-private': { Dockerfile: 'FROM secret\n' },
    });
    symlinkSync(
      folder.resolve('examples-private'),
      folder.resolve('examples/link'),
    );
  });

  function read(target: string, roots = [folder.resolve('examples')]) {
    return LocalRepositorySource.create({ roots }).read(
      { type: 'file', target },
      options,
    );
  }

  it.each(['examples/a/catalog-info.yaml', 'examples/a'])(
    'reads the folder of %s',
    async target => {
      const reading = await read(folder.resolve(target));
      expect(reading).toMatchObject({
        status: 'read',
        snapshot: {
          tree: [
            { path: 'Dockerfile' },
            { path: 'catalog-info.yaml' },
            { path: 'main.go' },
          ],
        },
      });
    },
  );

  it.each<[string, string, string]>([
    ['a folder beside', 'examples-private', 'forbidden'],
    ['a way up', 'examples/../examples-private/Dockerfile', 'forbidden'],
    ['a link to outside', 'examples/link/Dockerfile', 'forbidden'],
    ['what is not there', 'examples/b/catalog-info.yaml', 'not-found'],
    ['what is not there, outside', 'nothing', 'forbidden'],
  ])('refuses %s', async (_, target, code) => {
    await expect(
      read(`${folder.path}${path.sep}${target}`),
    ).rejects.toMatchObject({ name: 'RepositoryReadError', code });
  });

  it('refuses everything without roots, and relative paths', async () => {
    await expect(read(folder.resolve('examples/a'), [])).rejects.toMatchObject({
      code: 'unsupported-source',
    });
    await expect(read('.', [process.cwd()])).rejects.toMatchObject({
      code: 'unsupported-source',
    });
  });
});
