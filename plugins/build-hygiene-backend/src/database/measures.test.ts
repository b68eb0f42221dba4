/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TestDatabases } from '@backstage/backend-test-utils';
import { BuildRecord, BuildStep, MatrixReport } from '@build-hygiene/engine';
import { BuildSubmission } from '@build-hygiene/plugin-build-hygiene-common';
import {
  databaseIds,
  openStores,
  recordOf,
  refOf,
  reportOf,
  selected,
  step,
} from './__testUtils__/stores';

const now = new Date('2026-03-31T00:00:00Z');
const day = (number: number) =>
  new Date(Date.UTC(2026, 2, number)).toISOString();

const download = 'RUN go mod download';
const named = (
  index: number,
  text: string,
  state: BuildStep['state'],
  rest: Partial<BuildStep> = {},
) => step(index, state, { name: `[build ${index}/9] ${text}`, ...rest });

const internal = (name: string, seconds: number): BuildStep => ({
  id: name,
  name,
  state: 'executed',
  seconds,
  internal: true,
});

/** Ten seconds of fetching, unless cached, and ten of compiling. */
const goBuild = (
  fetching: BuildStep['state'],
  rest: Partial<BuildRecord> = {},
): BuildRecord => ({
  ...recordOf(0, 0),
  steps: [
    named(2, download, fetching),
    named(3, 'RUN go build', 'executed', { downloads: { lines: 0 } }),
    internal('importing cache manifest from x', 1),
    internal('exporting cache to registry', 2),
    internal('[internal] load build context', 3),
    internal('exporting to image', 4),
    step(1, 'executed', { instruction: 'FROM', seconds: 5 }),
  ],
  cache: { cacheable: 2, cached: fetching === 'cached' ? 1 : 0 },
  ...rest,
});

const matrix: MatrixReport = {
  units: [
    {
      id: 'api/Dockerfile',
      steps: [
        {
          index: 1,
          stage: 'build',
          instruction: 'RUN',
          line: 7,
          text: download,
          kind: 'module-download',
          downloads: true,
        },
        {
          index: 2,
          stage: 'build',
          instruction: 'RUN',
          line: 9,
          text: 'RUN go build',
          kind: 'compile',
          downloads: false,
        },
      ],
      scenarios: [],
      predictedHitRate: null,
      unknowns: [],
      profile: { kind: 'warm', source: 'assumed' } as never,
      profiles: [],
      costs: { source: 'published' },
    },
  ],
};

jest.setTimeout(60_000);

describe('the measures of builds', () => {
  const databases = TestDatabases.create({ ids: databaseIds });

  describe.each(databases.eachSupportedId())('on %s', id => {
    async function open() {
      const { builds, services } = await openStores(databases, id);
      await services.upsertSelection([
        selected('a', { owner: 'group:default/one' }),
        selected('b', { owner: 'group:default/two' }),
        selected('c'),
        selected('quiet', { owner: 'group:default/one' }),
      ]);
      let runs = 0;
      return {
        builds,
        services,
        submit: async (
          record: BuildRecord | BuildRecord[],
          submission: Partial<BuildSubmission> = {},
        ) => {
          runs += 1;
          const { build } = await builds.submit({
            submission: {
              entityRef: refOf('a'),
              runId: `${runs}`,
              startedAt: day(runs + 1),
              ...submission,
            },
            records: [record].flat(),
            contentHash: '',
            now,
          });
          return build;
        },
      };
    }

    it('are stored with each build', async () => {
      const { builds, submit } = await open();
      const { id: first, ...sums } = await submit(goBuild('executed'));
      expect(sums).toMatchObject({
        cacheOverheadSeconds: 3,
        moduleDownloadSeconds: 10,
        wastedSeconds: undefined,
      });
      const second = await submit(goBuild('cached'));
      expect(await builds.get(second.id)).toMatchObject({
        executedSeconds: 10,
        avoidedSeconds: 10,
        timeWeightedRate: 0.5,
        measures: {
          seconds: { executed: 10, base: 5, cacheImport: 1, cacheExport: 2 },
          moduleDownloads: { explicit: 0, implicit: 0, unknownSteps: 0 },
          firstMisses: [{ stage: 'build', step: '#3', reason: 'line' }],
        },
      });
      expect(await builds.get(first)).toMatchObject({
        measures: { moduleDownloads: { explicit: 10 } },
      });
      expect((await builds.get(first))?.measures).not.toHaveProperty('wasted');
    });

    it('tell what was done again', async () => {
      const { submit } = await open();
      const wasted = async (
        submission: Partial<BuildSubmission>,
        record: BuildRecord | BuildRecord[] = goBuild('executed'),
      ) => {
        const { measures } = await submit(record, submission);
        return (
          measures?.wasted && [
            measures.wasted.modules,
            measures.wasted.sameCommit,
          ]
        );
      };
      expect(await wasted({})).toBeUndefined();
      expect(await wasted({ commit: 'c1' })).toEqual([0, 0]);
      expect(await wasted({ commit: 'c1' })).toEqual([10, 10]);
      expect(await wasted({ commit: 'c1', image: 'other' })).toEqual([0, 0]);
      expect(await wasted({ entityRef: refOf('b'), commit: 'c1' })).toEqual([
        0, 0,
      ]);
      // The one before the last of a log is not what the logs before were of.
      expect(
        await wasted({ commit: 'c1' }, [goBuild('executed'), recordOf(0, 4)]),
      ).toEqual([0, 0]);

      expect(await wasted({ commit: 'c2', moduleFilesDigest: 'm1' })).toEqual([
        0, 0,
      ]);
      expect(await wasted({ commit: 'c3', moduleFilesDigest: 'm1' })).toEqual([
        10, 0,
      ]);
      expect(await wasted({ commit: 'c4', moduleFilesDigest: 'm2' })).toEqual([
        0, 0,
      ]);
      // What is sent late is not compared with what came after it.
      expect(
        await wasted({ moduleFilesDigest: 'm2', startedAt: day(2) }),
      ).toEqual([0, 0]);
    });

    it('are pending for a service with few builds', async () => {
      const { builds, submit } = await open();
      const empty = await builds.measureService(refOf('a'), { now });
      expect(empty.wasted).toEqual({ builds: 0, minimumBuilds: 3, days: 30 });
      expect(empty.steps).toEqual({
        items: [],
        builds: 0,
        days: 30,
        isPartial: false,
      });
      await submit(goBuild('executed'));
      await submit(goBuild('cached'));
      const few = await builds.measureService(refOf('a'), { now });
      expect(few.executed).toEqual({ builds: 2, minimumBuilds: 3, days: 30 });
      expect(few.timeWeightedRate).toEqual({
        builds: 2,
        minimumBuilds: 3,
        days: 30,
      });
      expect(few.steps.items[0].median).toEqual({ runs: 2, minimumRuns: 3 });
    });

    it('are summed up for a service, in a window', async () => {
      const { builds, submit } = await open();
      await submit(goBuild('executed'), { commit: 'c1' });
      await submit(goBuild('executed'), { commit: 'c1' });
      await submit(goBuild('cached'), { commit: 'c2' });
      await submit(goBuild('executed', { outcome: 'failure' }));
      await submit(goBuild('executed'), { startedAt: '2026-01-01T00:00:00Z' });

      const sample = { minimumBuilds: 3, days: 30 };
      const measures = await builds.measureService(refOf('a'), { now });
      expect(measures).toMatchObject({
        entityRef: refOf('a'),
        // 10 avoided, 50 executed in the three that succeeded.
        timeWeightedRate: { ...sample, builds: 3, value: 10 / 60 },
        executed: { ...sample, builds: 4, total: 70, perBuild: 17.5 },
        avoided: { ...sample, builds: 3, total: 10 },
        cacheOverhead: { ...sample, builds: 4, total: 12, perBuild: 3 },
        baseImages: { total: 20 },
        context: { total: 12 },
        imageExport: { total: 16 },
        moduleDownloads: { total: 30 },
        wasted: { ...sample, builds: 3, total: 20 },
      });
      const all = await builds.measureService(refOf('a'), { now, days: 365 });
      expect(all.executed).toMatchObject({ builds: 5, days: 365, total: 90 });
    });

    it('are told of each step, with its line where it is known', async () => {
      const { builds, services, submit } = await open();
      const seconds = [4, 1, 3];
      for (const value of seconds) {
        await submit(
          {
            ...goBuild('cached'),
            steps: [
              named(2, download, 'cached'),
              named(3, 'RUN  go build', 'executed', { seconds: value }),
            ],
          },
          { commit: 'c1' },
        );
      }
      const measureSteps = async () =>
        (await builds.measureService(refOf('a'), { now })).steps;
      const before = await measureSteps();
      expect(before.items.map(({ dockerfile }) => dockerfile)).toEqual([
        undefined,
        undefined,
      ]);
      await services.saveScan({
        entityRef: refOf('a'),
        commit: 'c1',
        rulesetVersion: '1',
        report: reportOf(50),
        matrix,
        status: 'scanned',
        nextScanAt: day(30),
        now,
      });
      const { items, ...sample } = await measureSteps();
      expect(sample).toEqual({ builds: 3, days: 30, isPartial: false });
      expect(items).toMatchObject([
        {
          text: 'RUN  go build',
          stage: 'build',
          dockerfile: { path: 'api/Dockerfile', line: 9 },
          hitRate: { value: 0, builds: 3 },
          runs: 3,
          hits: 0,
          median: { value: 3, runs: 3, minimumRuns: 3 },
          p95: { runs: 3, minimumRuns: 20 },
          wasted: { total: 4, builds: 3 },
        },
        {
          dockerfile: { line: 7 },
          hitRate: { value: 1 },
          runs: 0,
          hits: 3,
          median: { runs: 0 },
        },
      ]);
      const { items: list } = await builds.list({ entityRef: refOf('a') });
      expect((await builds.get(list[0].id))?.dockerfile).toEqual({
        path: 'api/Dockerfile',
        lines: { '#2': 7, '#3': 9 },
        commit: 'c1',
        isBuilt: true,
      });
    });

    it('are pooled by owner, of the services that count', async () => {
      const { builds, submit } = await open();
      for (const name of ['a', 'a', 'a', 'b', 'c']) {
        await submit(goBuild('executed'), { entityRef: refOf(name) });
      }
      await submit(goBuild('executed'), { entityRef: refOf('unselected') });
      await submit(goBuild('executed'), {
        entityRef: refOf('quiet'),
        startedAt: '2026-03-01T23:59:59Z',
      });

      const all = await builds.measureServices({ now });
      expect(all).toMatchObject({
        services: 3,
        executed: { builds: 5, days: 30, total: 100, perBuild: 20 },
        owners: { isPartial: false },
      });
      expect(
        all.owners.items.map(({ owner, services, executed }) => [
          owner,
          services,
          executed.builds,
          executed.total,
        ]),
      ).toEqual([
        ['group:default/one', 1, 3, 60],
        [undefined, 1, 1, undefined],
        ['group:default/two', 1, 1, undefined],
      ]);
      const some = await builds.measureServices({
        now,
        visibleRefs: [refOf('b')],
      });
      expect(some).toMatchObject({
        services: 1,
        executed: { builds: 1 },
        owners: { items: [{ owner: 'group:default/two' }] },
      });
      expect(
        await builds.measureServices({ now, visibleRefs: [] }),
      ).toMatchObject({
        services: 0,
        executed: { builds: 0 },
        owners: { items: [] },
      });
    });
  });
});
