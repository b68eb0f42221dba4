/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { gzipSync } from 'node:zlib';
import { TestDatabases } from '@backstage/backend-test-utils';
import {
  databaseIds,
  openStores,
  refOf,
  selected,
} from '../database/__testUtils__/stores';
import { submitBuildLog, SubmitBuildLogOptions } from './submitBuildLog';

jest.setTimeout(60_000);

const entityRef = refOf('a');

const success = `#0 building with "default" instance using docker driver
#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s
#5 [build 1/4] FROM docker.io/library/golang:1.25
#5 DONE 0.0s
#6 [build 2/4] COPY go.mod go.sum ./
#6 CACHED
#7 [build 3/4] RUN go mod download
#7 CACHED
#8 [build 4/4] RUN go build ./...
#8 DONE 12.5s
#9 exporting to image
#9 exporting layers 0.2s done
#9 DONE 0.3s
`;

const secrets = [
  'ghp_0123456789abcdefghijABCDEFGHIJ012345',
  'hunter2secret',
  'AKIAIOSFODNN7EXAMPLQ',
  's3cr3tV4lue9Zx',
];

const failure = `#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s
#5 [1/2] FROM docker.io/library/golang:1.25
#5 DONE 0.0s
#6 [2/2] RUN git clone https://bot:hunter2secret@git.example/x && TOKEN=${secrets[0]} AWS_ACCESS_KEY_ID=${secrets[2]} go build
#6 0.5 DB_PASSWORD=${secrets[3]}
#6 0.6 fatal: unable to access 'https://bot:hunter2secret@git.example/x/': Could not resolve host: git.example
#6 ERROR: process "/bin/sh -c git clone https://bot:hunter2secret@git.example/x && TOKEN=${secrets[0]} AWS_ACCESS_KEY_ID=${secrets[2]} go build" did not complete successfully: exit code: 128
------
 > [2/2] RUN git clone https://bot:hunter2secret@git.example/x && TOKEN=${secrets[0]} AWS_ACCESS_KEY_ID=${secrets[2]} go build:
0.5 DB_PASSWORD=${secrets[3]}
0.6 fatal: unable to access 'https://bot:hunter2secret@git.example/x/': Could not resolve host: git.example
------
Dockerfile:2
--------------------
   1 |     FROM golang:1.25
   2 | >>> RUN git clone https://bot:hunter2secret@git.example/x && TOKEN=${secrets[0]} AWS_ACCESS_KEY_ID=${secrets[2]} go build
--------------------
ERROR: failed to solve: process "/bin/sh -c git clone https://bot:hunter2secret@git.example/x && TOKEN=${secrets[0]} AWS_ACCESS_KEY_ID=${secrets[2]} go build" did not complete successfully: exit code: 128
`;

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) {
    yield bytes.subarray(start, start + size);
  }
}

/** The first block of a tar archive. */
function tarBlock(): Buffer {
  const block = Buffer.alloc(1024);
  block.write('index.json', 0);
  block.write('ustar', 257);
  return block;
}

describe('submitBuildLog', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    it('stores the build that a log tells of, once, however it is sent', async () => {
      const { builds: store, services } = await openStores(databases, id);
      await services.upsertSelection([selected('a')]);
      const bytes = Buffer.from(success);
      const submit = (log: SubmitBuildLogOptions['log']) =>
        submitBuildLog({ store, submission: { entityRef }, log });

      const { build, created } = await submit(bytes);
      expect(created).toBe(true);
      expect(build).toEqual(
        expect.objectContaining({
          entityRef,
          format: 'buildkit-plain',
          outcome: 'success',
          cache: { cacheable: 3, cached: 2, hitRate: 2 / 3 },
          executedSeconds: 12.5,
          warnings: [],
        }),
      );
      expect(build.startedAt).toBe(build.receivedAt);
      expect(build.steps).toContainEqual(
        expect.objectContaining({
          name: '[build 3/4] RUN go mod download',
          state: 'cached',
        }),
      );
      expect(await store.get(build.id)).toEqual(build);

      const packed = gzipSync(bytes);
      for (const log of [
        bytes,
        packed,
        inPieces(bytes, 1),
        inPieces(packed, 1),
        inPieces(packed, 7),
      ]) {
        expect(await submit(log)).toEqual({ build, created: false });
      }
    });

    it('stores and answers no secret', async () => {
      const { builds: store, knex } = await openStores(databases, id);
      const { build } = await submitBuildLog({
        store,
        submission: {
          entityRef,
          branch: `token=${secrets[0]}`,
          runUrl: `https://bot:hunter2secret@ci.example/1`,
        },
        log: Buffer.from(failure),
      });
      expect(build.outcome).toBe('failure');
      expect(build.failure?.class).toBe('network.dns');
      const stored = JSON.stringify([build, await knex('builds')]);
      for (const secret of secrets) {
        expect(stored).not.toContain(secret);
      }
    });

    it('stores a log that breaks off as incomplete', async () => {
      const { builds: store } = await openStores(databases, id);
      const { build } = await submitBuildLog({
        store,
        submission: { entityRef, startedAt: '2026-03-01T00:00:00Z' },
        log: Buffer.from(success.slice(0, success.indexOf('#8 DONE'))),
      });
      expect(build.outcome).toBe('incomplete');
      expect(build.startedAt).toBe('2026-03-01T00:00:00.000Z');
      expect(build.warnings).not.toEqual([]);
    });

    it('stores what an inspection tells, also of a build that was canceled', async () => {
      const { builds: store } = await openStores(databases, id);
      const inspection = JSON.stringify({
        Name: 'orders',
        Ref: 'qwertz',
        Duration: 30_250_000_000,
        Status: 'canceled',
        NumCompletedSteps: 3,
        NumTotalSteps: 13,
        NumCachedSteps: 2,
      });
      const { build, created } = await submitBuildLog({
        store,
        submission: { entityRef },
        log: Buffer.from(inspection),
      });
      expect({ build, created }).toMatchObject({
        build: { format: 'buildx-history', outcome: 'incomplete', steps: [] },
        created: true,
      });
    });

    it('refuses what it cannot read, and stores nothing', async () => {
      const { builds: store, knex } = await openStores(databases, id);
      const packed = gzipSync(Buffer.from(success));
      const damaged = Buffer.from(packed);
      damaged.fill(0xff, 20, 60);
      const table: [string, Uint8Array, RegExp][] = [
        ['no byte', Buffer.alloc(0), /empty/],
        ['blank lines', Buffer.from(' \n\n\t\n'), /empty/],
        ['nothing, packed', gzipSync(Buffer.alloc(0)), /empty/],
        ['prose', Buffer.from('Hello\nWorld\n'), /not a build log/],
        ['JSON', Buffer.from('{"a": [1, 2]}'), /not a build log/],
        ['bytes', Buffer.from([0, 159, 146, 150, 255, 0]), /not a build log/],
        ['an archive', tarBlock(), /not a build log|No build/],
        ['a packed archive', gzipSync(tarBlock()), /not a build log|No build/],
        ['damaged packing', damaged, /unpacked/],
        ['half a packing', packed.subarray(0, 100), /unpacked/],
        ['the start of a packing', packed.subarray(0, 2), /unpacked/],
        ['too long', Buffer.from(success.repeat(100)), /too large: as sent/],
        [
          'too long unpacked',
          gzipSync(Buffer.from(success.repeat(100))),
          /too large: unpacked/,
        ],
      ];
      for (const [name, bytes, message] of table) {
        for (const log of [bytes, inPieces(bytes, 50)]) {
          const refused = await submitBuildLog({
            store,
            submission: { entityRef },
            log,
            maximumBytes: 5000,
          }).then(
            () => undefined,
            error => error,
          );
          expect([name, refused]).toEqual([
            name,
            expect.objectContaining({
              name: 'InputError',
              message: expect.stringMatching(message),
            }),
          ]);
        }
      }
      await expect(
        submitBuildLog({
          store,
          submission: { entityRef, attempt: 0 },
          log: Buffer.from(success),
        }),
      ).rejects.toThrow(/attempt/);
      expect(await knex('builds')).toEqual([]);
    });

    it('stops reading at the bound, and lets the sender fail', async () => {
      const { builds: store, knex } = await openStores(databases, id);
      let sent = 0;
      let isClosed = false;
      async function* endless() {
        try {
          for (;;) {
            sent += 1000;
            yield Buffer.alloc(1000, 'x');
          }
        } finally {
          isClosed = true;
        }
      }
      await expect(
        submitBuildLog({
          store,
          submission: { entityRef },
          log: endless(),
          maximumBytes: 10_000,
        }),
      ).rejects.toThrow(/too large/);
      expect([sent, isClosed]).toEqual([11_000, true]);

      for (const start of [Buffer.from('#1 x'), gzipSync(success)]) {
        const breaking = async function* breaking() {
          yield start.subarray(0, 60);
          throw new Error('connection lost');
        };
        await expect(
          submitBuildLog({ store, submission: { entityRef }, log: breaking() }),
        ).rejects.toThrow('connection lost');
      }
      expect(await knex('builds')).toEqual([]);
    });
  });
});
