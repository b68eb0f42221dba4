/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildStep, BuildStepState } from '../types';
import { findFirstMisses } from './findFirstMisses';
import { findMountState } from './findMountState';
import { measureBuild } from './measureBuild';
import { moduleFilesDigest } from './moduleFilesDigest';
import { sumModuleDownloads } from './sumModuleDownloads';
import { sumSeconds } from './sumSeconds';
import { sumWastedSeconds } from './sumWastedSeconds';
import { timeWeightedRate } from './timeWeightedRate';

/** `build 3 RUN go build` stands for `[build 3/9] RUN go build`. */
function step(
  text: string,
  state: BuildStepState,
  rest: Partial<BuildStep> = {},
): BuildStep {
  const [, stage, index, instruction] = /^(\w+) (\d) (\w+)/.exec(text) ?? [];
  const line = text.slice(`${stage} ${index} `.length);
  return {
    id: text,
    name: `[${stage} ${index}/9] ${line}`,
    stage,
    index: Number(index),
    total: 9,
    instruction,
    state,
    seconds: 10,
    internal: false,
    ...rest,
  };
}

const internal = (name: string, seconds: number): BuildStep => ({
  id: name,
  name,
  state: 'executed',
  seconds,
  internal: true,
});

const lines = (count: number, firstAt = 1, lastAt = 4) => ({
  downloads: { lines: count, firstAt, lastAt },
});
const noLines = { downloads: { lines: 0 } };

const download = 'build 3 RUN go mod download';
const compile = 'build 5 RUN go build -o /app .';
const mount = '--mount=type=cache,target=/go/pkg/mod';

describe('sumSeconds', () => {
  it('books each step on what its seconds went to', () => {
    expect(
      sumSeconds([
        internal('[internal] load build definition from Dockerfile', 0.5),
        internal('[internal] load metadata for docker.io/library/golang', 1),
        internal('[internal] load build context', 2),
        internal('[context shared] load from client', 3),
        internal('importing cache manifest from x', 4),
        internal('FROM docker.io/library/alpine', 5),
        step('build 1 FROM golang', 'executed', { seconds: 6 }),
        step('build 2 COPY go.mod ./', 'cached', { seconds: 7 }),
        step(download, 'executed', { seconds: 8 }),
        step(compile, 'failed', { seconds: 9 }),
        step('build 6 RUN never', 'skipped', { seconds: 1000 }),
        internal('exporting to image', 11),
        internal('exporting cache to registry', 12),
      ]),
    ).toEqual({
      executed: 17,
      transfer: 7,
      base: 12,
      cacheImport: 4,
      cacheExport: 12,
      imageExport: 11,
      context: 5,
      other: 0.5,
    });
  });
});

describe('sumModuleDownloads', () => {
  it.each<[string, BuildStep, object]>([
    ['a fetching step', step(download, 'executed'), { explicit: 10 }],
    ['one that failed', step(download, 'failed'), { explicit: 10 }],
    ['one that was cached', step(download, 'cached'), {}],
    [
      'the part of a compile step',
      step(compile, 'executed', lines(30)),
      { implicit: 3 },
    ],
    [
      'a compile step that fetched nothing',
      step(compile, 'executed', noLines),
      {},
    ],
    [
      'a compile step without times',
      step(compile, 'executed'),
      { unknownSteps: 1 },
    ],
    [
      'a step that fetches in silence, and compiles',
      step('build 3 RUN go mod download && go build', 'executed', noLines),
      { unknownSteps: 1 },
    ],
    [
      'a script that fetches',
      step('build 3 RUN ./build.sh', 'executed', lines(2)),
      { implicit: 3 },
    ],
    ['another command', step('build 3 RUN apt-get update', 'executed'), {}],
    ['files', step('build 3 COPY go mod download', 'executed'), {}],
  ])('counts %s', (_, one, expected) => {
    expect(sumModuleDownloads([one])).toEqual({
      explicit: 0,
      implicit: 0,
      unknownSteps: 0,
      ...expected,
    });
  });
});

describe('findMountState', () => {
  const mounted = (command: string, rest: Partial<BuildStep>) =>
    step(`build 5 RUN ${mount} ${command}`, 'executed', rest);
  const cold = [30, 20, 25].map(seconds =>
    mounted('go build', { seconds, ...lines(40) }),
  );
  const silent = cold.map(run => ({ ...run, ...noLines }));

  it.each<[string, BuildStep, BuildStep[], string]>([
    ['no download lines', mounted('go mod tidy', noLines), [], 'warm medium'],
    ['many of them', mounted('go build', lines(40)), [], 'cold medium'],
    [
      'few of those of cold runs',
      mounted('go build', lines(3)),
      cold,
      'warm medium',
    ],
    [
      'as many as cold runs',
      mounted('go build', lines(38)),
      cold,
      'cold medium',
    ],
    [
      'a silent download',
      mounted('go mod download', noLines),
      [],
      'unknown none',
    ],
    [
      'a telling download',
      mounted('go mod download -x', noLines),
      [],
      'warm medium',
    ],
    [
      'no modules left to fetch',
      mounted('go build', noLines),
      [],
      'unknown none',
    ],
    ['a short run', mounted('go build', { seconds: 4 }), silent, 'warm low'],
    ['a long run', mounted('go build', { seconds: 24 }), silent, 'cold low'],
    [
      'a run between',
      mounted('go build', { seconds: 15 }),
      silent,
      'unknown none',
    ],
  ])('judges by %s', (_, run, coldRuns, expected) => {
    const found = findMountState(run, coldRuns);
    expect(`${found?.state} ${found?.confidence}`).toBe(expected);
    expect(run.state).toBe('executed');
  });

  it.each<[string, BuildStep]>([
    ['without a mount', step(compile, 'executed', lines(9))],
    ['without Go', mounted('apt-get update', noLines)],
    ['from the cache', { ...mounted('go build', {}), state: 'cached' }],
    ['that failed', { ...mounted('go build', lines(9)), state: 'failed' }],
  ])('says nothing of a step %s', (_, run) => {
    expect(findMountState(run, cold)).toBeUndefined();
  });
});

describe('findFirstMisses', () => {
  const missOf = (steps: BuildStep[]) =>
    findFirstMisses(steps).map(
      ({ step: id, cachedBefore, reason, platform = '' }) =>
        `${platform}${id}: ${cachedBefore} ${reason}`,
    );
  const workdir = step('build 2 WORKDIR /src', 'cached');

  it.each<[string, BuildStep[], string[]]>([
    ['a cached build', [workdir], []],
    [
      'a build without any hit',
      [step('build 2 WORKDIR /src', 'executed'), step(compile, 'executed')],
      ['build 2 WORKDIR /src: 0 empty-cache'],
    ],
    [
      'changed files',
      [
        workdir,
        step('build 4 COPY . .', 'executed'),
        step(compile, 'executed'),
      ],
      ['build 4 COPY . .: 1 files'],
    ],
    [
      'a changed line',
      [workdir, step(compile, 'executed')],
      [`${compile}: 1 line`],
    ],
    [
      'another stage, whose steps come in any order',
      [
        step('final 3 COPY --chown=1 --from=build /a /a', 'executed'),
        workdir,
        step('final 2 WORKDIR /', 'cached'),
      ],
      ['final 3 COPY --chown=1 --from=build /a /a: 1 other-stage'],
    ],
    [
      'two platforms',
      [
        { ...workdir, platform: 'linux/arm64' },
        step(compile, 'executed', { platform: 'linux/arm64' }),
        step(compile, 'executed', { platform: 'linux/amd64' }),
      ],
      [`linux/arm64${compile}: 1 line`, `linux/amd64${compile}: 0 stage-start`],
    ],
    ['a base image', [step('build 1 FROM golang', 'executed'), workdir], []],
  ])('tells of %s', (_, steps, expected) => {
    expect(missOf(steps)).toEqual(expected);
  });
});

describe('sumWastedSeconds', () => {
  const copy = step('build 4 COPY . .', 'executed', { seconds: 1 });
  const build = [
    step(download, 'executed'),
    copy,
    step(compile, 'executed', lines(9)),
  ];
  const sums = (
    earlier: BuildStep[],
    facts: { sameCommit?: boolean; sameModules?: boolean },
  ) => {
    const { modules, sameCommit } = sumWastedSeconds(build, [
      { steps: earlier, sameCommit: false, sameModules: false, ...facts },
    ]);
    return { modules, sameCommit };
  };

  it('is nothing without earlier builds', () => {
    expect(sumWastedSeconds(build, [])).toEqual({
      modules: 0,
      sameCommit: 0,
      steps: {},
    });
  });

  it.each<[string, BuildStep[], object, [modules: number, sameCommit: number]]>(
    [
      ['another commit and other modules', build, {}, [0, 0]],
      ['the same modules', build, { sameModules: true }, [13, 0]],
      ['the same commit', build, { sameCommit: true }, [13, 8]],
      [
        'the same commit, where nothing ran',
        build.map(one => ({ ...one, state: 'cached' as const })),
        { sameCommit: true },
        [0, 0],
      ],
      [
        'the same commit, where the last step failed',
        [build[0], copy, { ...build[2], state: 'failed' }],
        { sameCommit: true },
        [10, 1],
      ],
      [
        'another Dockerfile of the same commit',
        [step('build 2 RUN other', 'executed'), copy],
        { sameCommit: true },
        [0, 0],
      ],
    ],
  )('is what repeats %s', (_, earlier, facts, [modules, sameCommit]) => {
    expect(sums(earlier, facts)).toEqual({ modules, sameCommit });
  });

  it('counts a second once, however often it was done before', () => {
    const earlier = { steps: build, sameCommit: true, sameModules: true };
    const wasted = sumWastedSeconds(build, [earlier, earlier]);
    expect(wasted.modules + wasted.sameCommit).toBe(21);
    expect(Object.values(wasted.steps)).toEqual([10, 1, 10]);
  });

  it('is not what came from the cache', () => {
    const cached = build.map(one => ({ ...one, state: 'cached' as const }));
    expect(
      sumWastedSeconds(cached, [
        { steps: build, sameCommit: true, sameModules: true },
      ]),
    ).toEqual({ modules: 0, sameCommit: 0, steps: {} });
  });
});

describe('measureBuild', () => {
  const steps = [step('build 2 COPY . .', 'cached'), step(compile, 'executed')];

  it('has no waste where nothing tells of earlier work', () => {
    expect(measureBuild({ outcome: 'success', steps })).not.toHaveProperty(
      'wasted',
    );
    expect(
      measureBuild({ outcome: 'success', steps }, { earlier: [] }).wasted,
    ).toEqual({ modules: 0, sameCommit: 0, steps: {} });
  });

  it('has no first miss of a failed build, where CACHED may mean skipped', () => {
    const misses = (outcome: 'success' | 'failure') =>
      measureBuild({ outcome, steps }).firstMisses.length;
    expect([misses('success'), misses('failure')]).toEqual([1, 0]);
  });
});

describe('timeWeightedRate', () => {
  it.each([
    [30, 10, 0.75],
    [0, 10, 0],
    [10, 0, 1],
    [0, 0, undefined],
  ])(
    'of %d avoided and %d executed seconds is %p',
    (avoided, executed, rate) => {
      expect(timeWeightedRate({ avoided, executed })).toBe(rate);
    },
  );
});

describe('moduleFilesDigest', () => {
  const mod = { path: 'go.mod', content: 'module a\n' };
  const sum = { path: 'go.sum', content: 'x\n' };

  it('is the same for the same files', () => {
    expect(moduleFilesDigest([sum, mod])).toBe(moduleFilesDigest([mod, sum]));
    expect(moduleFilesDigest([{ ...mod, content: 'module a\r\n' }])).toBe(
      moduleFilesDigest([mod]),
    );
    expect(moduleFilesDigest([mod])).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is another one for others', () => {
    const digests = [
      [],
      [mod],
      [sum],
      [mod, sum],
      [{ ...mod, content: sum.content }],
      [mod, { ...sum, content: 'y\n' }],
    ].map(moduleFilesDigest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});
