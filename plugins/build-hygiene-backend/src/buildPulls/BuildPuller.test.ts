/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  BuildPullError,
  BuildPullEvent,
  BuildPullOptions,
  BuildSource,
} from '@build-hygiene/plugin-build-hygiene-node';
import { BuildPullStore } from '../database';
import {
  databaseIds,
  openStores,
  refOf,
} from '../database/__testUtils__/stores';
import { BuildPuller } from './BuildPuller';

jest.setTimeout(60_000);

const start = Date.UTC(2026, 10, 20, 12);
const minute = 60_000;

const log = `#1 [1/2] FROM docker.io/library/golang:1.25
#1 DONE 0.1s
#2 [2/2] RUN go build ./...
#2 DONE 12.5s
`;

const entity = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations: { ci: name } },
});

async function* bytesOf(text: string) {
  yield Buffer.from(text);
}

const event = (runId: string, text: string = log): BuildPullEvent => ({
  type: 'log',
  run: { provider: 'ci', runId, attempt: 1 },
  log: bytesOf(text),
});

const cursor = (at: number): BuildPullEvent => ({
  type: 'cursor',
  cursor: { at },
});

describe('BuildPuller', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    async function open(names: string[]) {
      const { knex, services, builds } = await openStores(databases, id);
      const pulls = BuildPullStore.create({ knex });
      await services.upsertSelection(
        names.map(name => ({ entityRef: refOf(name), settings: {} })),
      );
      await knex('services').update({ status: 'failed' });
      const logger = mockServices.logger.mock();
      const clock = { now: start };
      const puller = BuildPuller.create({
        services,
        builds,
        pulls,
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities: names.map(entity) }),
        filter: { kind: 'Component' },
        mostLogBytes: 10_000,
        logger,
        now: () => new Date(clock.now),
      });
      return { knex, builds, pulls, puller, logger, clock };
    }

    function sourceOf(
      pull: (
        repository: string,
        options: BuildPullOptions,
      ) => AsyncIterable<BuildPullEvent>,
    ): BuildSource {
      return {
        id: 'ci',
        schedule: { frequency: { minutes: 15 }, timeout: { minutes: 10 } },
        repositoryOf: ({ annotations }) => annotations.ci,
        pull,
      };
    }

    const never = new AbortController().signal;

    it('keeps what came before an error, and waits longer each time', async () => {
      const { builds, pulls, puller, clock } = await open(['a']);
      const cursors: unknown[] = [];
      const source = sourceOf(async function* pull(_, options) {
        cursors.push(options.cursor);
        yield event('1');
        yield cursor(cursors.length);
        yield event('2', 'no build here');
        throw new Error('broken: ghp_0123456789abcdefghijABCDEFGHIJ012345');
      });
      const waits: number[] = [];
      for (let round = 0; round < 3; round++) {
        await puller.run(source, never);
        // Not due, so not asked.
        await puller.run(source, never);
        const { notBefore, failures, reason } = (
          await pulls.statesOf('ci')
        ).get('a')!;
        expect(failures).toBe(round + 1);
        expect(reason).toMatch(/^broken: (?!ghp_)/);
        waits.push((Date.parse(notBefore!) - clock.now) / minute);
        clock.now = Date.parse(notBefore!);
      }
      expect(waits).toEqual([5, 10, 20]);
      expect(cursors).toEqual([undefined, { at: 1 }, { at: 2 }]);
      const { items } = await builds.list({ entityRef: refOf('a') });
      expect(items).toMatchObject([{ runId: '1', provider: 'ci' }]);
    });

    it('waits as long as the host asks, which is no failure', async () => {
      const { pulls, puller, logger } = await open(['a']);
      const retryAfter = new Date(start + 42 * minute);
      // A source is a generator, and this one fails before its first build.
      // eslint-disable-next-line require-yield
      const source = sourceOf(async function* pull() {
        throw new BuildPullError('enough', { retryAfter });
      });
      await puller.run(source, never);
      expect((await pulls.statesOf('ci')).get('a')).toEqual({
        services: [refOf('a')],
        failures: 0,
        notBefore: retryAfter.toISOString(),
        pulledAt: new Date(start).toISOString(),
        reason: 'enough',
      });
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('ends when its time is up, and goes on from there', async () => {
      const { pulls, puller } = await open(['a']);
      const time = new AbortController();
      const source = sourceOf(async function* pull() {
        yield cursor(1);
        time.abort();
        yield cursor(2);
      });
      await puller.run(source, time.signal);
      expect((await pulls.statesOf('ci')).get('a')).toMatchObject({
        cursor: { at: 1 },
        failures: 0,
      });
    });

    it('asks those first that wait longest, once they are scanned', async () => {
      const { knex, puller, clock } = await open(['a', 'b', 'c', 'd']);
      await knex('services')
        .where({ entity_ref: refOf('d') })
        .update({ status: 'pending' });
      const asked: string[] = [];
      const source = sourceOf(async function* pull(repository) {
        asked.push(repository);
        if (repository === 'b' && asked.length < 4) {
          clock.now -= minute;
        }
        yield cursor(1);
      });
      await puller.run(source, never);
      expect(asked.splice(0).sort()).toEqual(['a', 'b', 'c']);
      await knex('build_pulls')
        .where({ repository: 'c' })
        .update({ pulled_at: new Date(start - 60 * minute).toISOString() });
      await puller.run(source, never);
      expect(asked[0]).toBe('c');
      expect(asked).not.toContain('d');
    });

    it('masks what a source tells of a run', async () => {
      const { builds, puller } = await open(['a']);
      const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
      const source = sourceOf(async function* pull() {
        yield {
          type: 'log',
          name: `image-${secret}`,
          run: { runId: '1', branch: secret, runUrl: 'file:///etc/passwd' },
          log: bytesOf(log),
        };
        yield {
          type: 'log',
          run: { runId: '2', branch: secret },
          log: bytesOf(`${log}#3 [3/3] RUN echo ${secret}\n#3 DONE 1s\n`),
        };
      });
      await puller.run(source, never);
      const { items } = await builds.list({ entityRef: refOf('a') });
      expect(items).toMatchObject([{ runId: '2' }]);
      const build = await builds.get(items[0].id);
      expect(JSON.stringify(build)).not.toContain(secret);
    });

    it('forgets repositories that were not pulled for a month', async () => {
      const { pulls, puller, clock } = await open(['a']);
      const source = sourceOf(async function* pull() {
        yield cursor(1);
      });
      await pulls.save(
        { source: 'ci', repository: 'gone' },
        {
          services: [],
          failures: 0,
          pulledAt: new Date(start - 31 * 24 * 60 * minute).toISOString(),
        },
      );
      clock.now = start;
      await puller.run(source, never);
      expect([...(await pulls.statesOf('ci')).keys()]).toEqual(['a']);
    });
  });
});
