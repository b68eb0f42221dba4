/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from './parseDockerfile';
import { mountProblems, readMounts } from './readMounts';
import { Mount } from './types';

function run(flags: string) {
  return parseDockerfile(`FROM a\nRUN ${flags} true\n`).instructions[1];
}

describe('readMounts', () => {
  it.each<[flags: string, mount: Partial<Mount>]>([
    ['--mount=target=/x', { type: 'bind', target: '/x', readOnly: true }],
    [
      '--mount=type=bind,source=a,target=b,rw',
      { type: 'bind', source: 'a', target: 'b', readOnly: false },
    ],
    [
      '--mount=type=bind,src=a,dst=b',
      { type: 'bind', source: 'a', target: 'b' },
    ],
    [
      '--mount=from=build,destination=/x',
      { type: 'bind', from: 'build', target: '/x' },
    ],
    [
      '--mount=type=cache,target=/go/pkg/mod',
      { type: 'cache', target: '/go/pkg/mod', readOnly: false },
    ],
    [
      '--mount=type=cache,id=gomod,target=/x,sharing=locked',
      { type: 'cache', id: 'gomod', sharing: 'locked' },
    ],
    ['--mount=type=cache,target=/x,ro', { type: 'cache', readOnly: true }],
    [
      '--mount=type=cache,target=$GOCACHE',
      { type: 'cache', target: '$GOCACHE' },
    ],
    ['--mount=type=secret,id=netrc', { type: 'secret', id: 'netrc' }],
    [
      '--mount=type=secret,id=t,env=TOKEN,required',
      { type: 'secret', id: 't', env: 'TOKEN', required: true },
    ],
    [
      '--mount=type=secret,id=t,target=/root/.netrc,mode=0400,uid=1',
      { target: '/root/.netrc', mode: '0400', uid: '1' },
    ],
    ['--mount=type=ssh', { type: 'ssh' }],
    [
      '--mount=type=tmpfs,target=/tmp,size=64m',
      { type: 'tmpfs', target: '/tmp', size: '64m' },
    ],
    ['--mount="type=cache,target=/a b"', { target: '/a b' }],
    ['--mount=\'type=bind,"source=a,b",target=/x\'', { source: 'a,b' }],
    ['--mount=TYPE=cache,Target=/x', { type: 'cache', target: '/x' }],
  ])('%s', (flags, mount) => {
    expect(readMounts(run(flags))).toMatchObject([mount]);
    expect(mountProblems(run(flags))).toEqual([]);
  });

  it.each([
    '--mount=type=bond,target=/x',
    '--mount=type=cache,target=/x,colour=red',
    '--mount=type=cache,target=/x,sharing=always',
    '--mount=type=bind,target=/x,ro=maybe',
  ])('reports %s', flags => {
    expect(mountProblems(run(flags))).toMatchObject([
      { code: 'invalid-mount' },
    ]);
  });

  it('reads several mounts, and those of a deferred RUN', () => {
    const [, instruction] = parseDockerfile(
      'FROM a\nONBUILD RUN --mount=type=ssh --mount=target=/x true\n',
    ).instructions;
    expect(readMounts(instruction).map(({ type }) => type)).toEqual([
      'ssh',
      'bind',
    ]);
  });
});
