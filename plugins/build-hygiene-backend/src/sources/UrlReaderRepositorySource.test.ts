/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Readable } from 'node:stream';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { RepositoryReading } from '@build-hygiene/plugin-build-hygiene-node';
import { UrlReaderRepositorySource } from './UrlReaderRepositorySource';

const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());

const commit = '0123456789abcdef0123456789abcdef01234567';

/** A tar archive as git hosts send it: everything in one top folder. */
function tarOf(files: Record<string, string>): Buffer {
  const blocks: Buffer[] = [];
  for (const [path, text] of Object.entries(files)) {
    const content = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(`top/${path}`, 0);
    header.write('0000644\0', 100);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write('        0', 148);
    header.write('ustar\x0000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
    blocks.push(header, content, padding);
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

async function unexpected(): Promise<never> {
  throw new Error('not asked for');
}

function sourceOf(
  files: Record<string, string>,
  limits?: { files?: number; fileBytes?: number; treeEntries?: number },
) {
  const urlReader = UrlReaders.create({
    logger: mockServices.logger.mock(),
    config: mockServices.rootConfig(),
    factories: [
      ({ treeResponseFactory }) => [
        {
          predicate: url => url.host === 'host',
          reader: {
            readUrl: unexpected,
            search: unexpected,
            readTree: async (_, options) => {
              if (options?.etag === commit) {
                throw new NotModifiedError();
              }
              return treeResponseFactory.fromTarArchive({
                stream: Readable.from([tarOf(files)]),
                etag: commit,
                filter: options?.filter,
              });
            },
          },
        },
      ],
    ],
  });
  return UrlReaderRepositorySource.create({ urlReader, integrations, limits });
}

function read(
  source: UrlReaderRepositorySource,
  knownCommit?: string,
): Promise<RepositoryReading> {
  return source.read(
    { type: 'url', target: 'https://host/org/repo/tree/main/' },
    { knownCommit, signal: new AbortController().signal },
  );
}

async function snapshotOf(source: UrlReaderRepositorySource) {
  const reading = await read(source);
  if (reading.status !== 'read') {
    throw new Error('it was to be read');
  }
  return reading.snapshot;
}

describe('UrlReaderRepositorySource', () => {
  it('lists everything and reads what is build-relevant', async () => {
    const snapshot = await snapshotOf(
      sourceOf({
        'main.go': 'package main\n',
        Dockerfile: 'FROM scratch\n',
        'cmd/go.mod': 'module x\n',
        'bin/Dockerfile': '\0\0\0',
      }),
    );
    expect(snapshot.commit).toBe(commit);
    expect(snapshot.tree.map(({ path, size }) => `${path} ${size}`)).toEqual([
      'Dockerfile 13',
      'bin/Dockerfile 3',
      'cmd/go.mod 9',
      'main.go 13',
    ]);
    expect([...snapshot.files]).toEqual([
      ['Dockerfile', 'FROM scratch\n'],
      ['cmd/go.mod', 'module x\n'],
    ]);
    expect(snapshot.problems).toMatchObject([
      { path: 'bin/Dockerfile', code: 'binary' },
    ]);
  });

  it('reads the folder of a catalog file', async () => {
    const readTree = jest.fn(async () => {
      throw new NotModifiedError();
    });
    const source = UrlReaderRepositorySource.create({
      urlReader: { ...mockServices.urlReader.mock(), readTree },
      integrations,
    });
    await source.read(
      {
        type: 'url',
        target: 'https://github.com/org/repo/blob/main/a/catalog-info.yaml',
      },
      { signal: new AbortController().signal },
    );
    expect(readTree).toHaveBeenCalledWith(
      'https://github.com/org/repo/tree/main/a/',
      expect.anything(),
    );
  });

  it('reads nothing at a known commit', async () => {
    await expect(read(sourceOf({}), commit)).resolves.toEqual({
      status: 'unchanged',
    });
  });

  it('leaves giants out', async () => {
    const snapshot = await snapshotOf(
      sourceOf(
        { Dockerfile: 'x'.repeat(2000), 'go.mod': 'module x\n' },
        { fileBytes: 1000 },
      ),
    );
    expect([...snapshot.files.keys()]).toEqual(['go.mod']);
    expect(snapshot.problems).toMatchObject([
      { path: 'Dockerfile', code: 'too-large' },
    ]);
  });

  it('stops at the bounds and says so', async () => {
    const snapshot = await snapshotOf(
      sourceOf(
        {
          Dockerfile: 'FROM a\n',
          'b/Dockerfile': 'FROM b\n',
          'c/Dockerfile': 'FROM c\n',
          'd/Dockerfile': 'FROM d\n',
        },
        { files: 1, treeEntries: 2 },
      ),
    );
    expect([...snapshot.files.keys()]).toEqual(['Dockerfile']);
    expect(snapshot.tree).toHaveLength(2);
    expect(snapshot.problems.map(({ code }) => code)).toContain('limit');
  });

  it('tells which hosts it may not read', async () => {
    await expect(
      sourceOf({}).read(
        { type: 'url', target: 'https://elsewhere/org/repo' },
        { signal: new AbortController().signal },
      ),
    ).rejects.toMatchObject({ code: 'unsupported-source' });
  });

  it('ends in time', async () => {
    await expect(
      sourceOf({ Dockerfile: 'FROM a\n' }).read(
        { type: 'url', target: 'https://host/org/repo' },
        { signal: AbortSignal.abort() },
      ),
    ).rejects.toMatchObject({ code: 'timeout' });
  });
});
