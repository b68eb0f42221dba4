/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from './parseDockerfile';
import { resolveBase } from './resolveBase';
import { baseChain, stageGraph } from './stageGraph';

const graphOf = (source: string, options?: Parameters<typeof stageGraph>[1]) =>
  stageGraph(parseDockerfile(source), options);

const reached = (source: string, options?: Parameters<typeof stageGraph>[1]) =>
  graphOf(source, options).reachable.map(({ index }) => index);

describe('stageGraph', () => {
  it.each<[name: string, source: string, stages: number[]]>([
    ['the last stage alone', 'FROM a\nFROM b\n', [1]],
    ['a base by name', 'FROM a AS x\nFROM x\n', [0, 1]],
    // BuildKit compares the name as written with names in lower case.
    ['a base by name in other case', 'FROM a AS Base\nFROM BASE\n', [1]],
    ['a copy by name', 'FROM a AS x\nFROM b\nCOPY --from=x /a /b\n', [0, 1]],
    ['a copy by number', 'FROM a\nFROM b\nCOPY --from=0 /a /b\n', [0, 1]],
    [
      'a mount',
      'FROM a AS x\nFROM b\nRUN --mount=from=x,target=/x true\n',
      [0, 1],
    ],
    [
      'a cache mount that starts from a stage',
      'FROM a AS x\nFROM b\nRUN --mount=type=cache,from=x,target=/x true\n',
      [0, 1],
    ],
    [
      'a copy from an image',
      'FROM a AS x\nFROM b\nCOPY --from=busybox /a /b\n',
      [1],
    ],
    ['a chain', 'FROM a AS x\nFROM x AS y\nFROM z\nFROM y\n', [0, 1, 3]],
    ['a base by global argument', 'ARG B=x\nFROM a AS x\nFROM $B\n', [0, 1]],
    [
      'a name that comes later is an image',
      'FROM y\nFROM a AS y\nFROM b\n',
      [2],
    ],
    [
      'ONBUILD of the base',
      'FROM a AS t\nFROM b AS x\nONBUILD COPY --from=t /a /b\nFROM x\n',
      [0, 1, 2],
    ],
  ])('reaches %s', (_, source, stages) => {
    expect(reached(source)).toEqual(stages);
  });

  it('builds the target that is asked for', () => {
    const source = 'FROM a AS x\nFROM b AS y\nFROM x AS z\n';
    expect(reached(source, { target: 'Y' })).toEqual([1]);
    // BuildKit finds a target by name, and by number only for --from.
    expect(reached(source, { target: '0' })).toEqual([]);
    expect(graphOf(source, { target: 'no' }).target).toBeUndefined();
    expect(reached(source, { target: 'no' })).toEqual([]);
  });

  it('takes build arguments over defaults', () => {
    const source = 'ARG B=x\nFROM a AS x\nFROM b AS y\nFROM $B\n';
    expect(reached(source, { buildArguments: { B: 'y' } })).toEqual([1, 2]);
  });

  it.each([
    ['FROM Golang\n', 1],
    ['FROM a AS Base\nFROM BASE\n', 2],
    ['ARG V\nFROM a:1:2\n', 2],
  ])('reports the base of %j, which is no image', (source, line) => {
    expect(graphOf(source).problems).toMatchObject([
      { code: 'invalid-base', line, severity: 'error' },
    ]);
  });

  it('leaves a base open that an argument without value decides', () => {
    expect(graphOf('ARG V\nFROM Golang:$V\n').problems).toEqual([]);
  });

  it('reports a copy from a stage of a higher number', () => {
    const { problems } = graphOf('FROM a\nCOPY --from=3 /a /b\n');
    expect(problems).toMatchObject([{ line: 2, severity: 'error' }]);
  });

  it('follows what a stage stands on', () => {
    const dockerfile = parseDockerfile('FROM a AS x\nFROM x AS y\nFROM y\n');
    const graph = stageGraph(dockerfile);
    const [x, y, last] = dockerfile.stages;
    expect(baseChain(graph, last)).toEqual([last, y, x]);
  });
});

describe('resolveBase', () => {
  it.each<[source: string, expected: object]>([
    ['FROM scratch\n', { type: 'scratch' }],
    [
      'FROM golang:1.27\n',
      { type: 'image', image: 'golang:1.27', unknown: [] },
    ],
    [
      'ARG V=1.27\nFROM golang:${V}-alpine\n',
      { type: 'image', image: 'golang:1.27-alpine', unknown: [] },
    ],
    [
      'ARG V\nFROM golang:${V:-1.26}\n',
      { type: 'image', image: 'golang:1.26', unknown: [] },
    ],
    [
      'ARG V\nFROM golang${V}\n',
      { type: 'image', image: 'golang', unknown: ['V'] },
    ],
    [
      'ARG A=1\nARG B=$A.2\nFROM x:$B\n',
      { type: 'image', image: 'x:1.2', unknown: [] },
    ],
    ['FROM x-$TARGETARCH\n', { type: 'image', image: 'x-amd64', unknown: [] }],
    ['ARG V\nFROM $V\n', { type: 'invalid', unknown: ['V'] }],
  ])('%j', (source, expected) => {
    const dockerfile = parseDockerfile(source);
    expect(resolveBase(dockerfile, dockerfile.stages[0])).toMatchObject(
      expected,
    );
  });

  it('does not see an ARG of a stage', () => {
    const dockerfile = parseDockerfile('FROM a\nARG V=1\nFROM b:$V\n');
    expect(resolveBase(dockerfile, dockerfile.stages[1])).toMatchObject({
      unknown: ['V'],
    });
  });
});
