/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { reportSentences } from '@build-hygiene/engine';
import { RepositoryReading } from '@build-hygiene/plugin-build-hygiene-node';
import { tarOf } from './__testUtils__/tarOf';
import { UrlReaderRepositorySource } from './UrlReaderRepositorySource';

const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());

const commit = '0123456789abcdef0123456789abcdef01234567';

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
    const dropped = snapshot.problems.find(({ message }) =>
      message.includes('b/Dockerfile'),
    );
    expect(dropped).toMatchObject({ path: '.', code: 'limit' });
    expect(reportSentences).toContain(
      dropped!.message
        .replace('b/Dockerfile', '{path}')
        .replace(/^\d+/, '{count}')
        .replace(/\d+ files and/, '{files} files and')
        .replace(/\d+ bytes/, '{bytes} bytes'),
    );
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

describe('UrlReaderRepositorySource, through the reader for GitHub', () => {
  type Answer = (request: IncomingMessage, response: ServerResponse) => void;

  /** A host that knows one repository, or answers everything the same. */
  async function readFrom(
    answer: Answer,
    options: { knownCommit?: string; signal?: AbortSignal } = {},
  ) {
    const server = createServer(answer).listen(0);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const config = mockServices.rootConfig({
      data: {
        integrations: {
          github: [
            { host: 'git.test', apiBaseUrl: `http://localhost:${port}` },
          ],
        },
      },
    });
    const source = UrlReaderRepositorySource.create({
      urlReader: UrlReaders.default({
        logger: mockServices.logger.mock(),
        config,
      }),
      integrations: ScmIntegrations.fromConfig(config),
    });
    try {
      return await source.read(
        { type: 'url', target: 'https://git.test/org/repo/tree/main/a/' },
        { signal: new AbortController().signal, ...options },
      );
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  const repository: Answer = (request, response) => {
    if (request.url?.startsWith('/repos/org/repo/commits/main/status')) {
      const api = `http://${request.headers.host}/repos/org/repo`;
      response.setHeader('Content-Type', 'application/json');
      response.end(
        JSON.stringify({
          sha: commit,
          repository: { archive_url: `${api}/{archive_format}{/ref}` },
        }),
      );
    } else if (request.url === `/repos/org/repo/tarball/${commit}`) {
      response.end(
        tarOf({ Dockerfile: 'FROM b\n', 'a/Dockerfile': 'FROM a\n' }),
      );
    } else {
      response.writeHead(404).end();
    }
  };

  it('reads the folder', async () => {
    await expect(readFrom(repository)).resolves.toMatchObject({
      status: 'read',
      snapshot: {
        commit,
        tree: [{ path: 'Dockerfile', size: 7 }],
        files: new Map([['Dockerfile', 'FROM a\n']]),
      },
    });
  });

  it('asks for the commit only, when it is known', async () => {
    await expect(
      readFrom(repository, { knownCommit: commit }),
    ).resolves.toEqual({ status: 'unchanged' });
  });

  it.each<[string, Answer, string]>([
    ['404', (_, response) => response.writeHead(404).end(), 'not-found'],
    ['401', (_, response) => response.writeHead(401).end(), 'forbidden'],
    ['403', (_, response) => response.writeHead(403).end(), 'forbidden'],
    [
      '403 with an empty quota',
      (_, response) =>
        response.writeHead(403, { 'x-ratelimit-remaining': '0' }).end(),
      'rate-limited',
    ],
    ['429', (_, response) => response.writeHead(429).end(), 'rate-limited'],
    ['500', (_, response) => response.writeHead(500).end(), 'unreachable'],
    [
      'a connection that breaks off',
      request => request.socket.destroy(),
      'unreachable',
    ],
  ])('understands %s', async (_, answer, code) => {
    await expect(readFrom(answer)).rejects.toMatchObject({
      name: 'RepositoryReadError',
      code,
    });
  });
});
