/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildRecord, createSnapshot, scan } from '@build-hygiene/engine';
import { recordOf, refOf, step } from '../database/__testUtils__/stores';
import { ServiceDockerfiles } from '../database';
import { assignBuilds } from './assignBuilds';
import { dockerfileOf } from './dockerfileOf';
import { folderOf } from './folderOf';

const repository = 'https://git.example.com/shop/mono';

/** A service whose Dockerfile has these instructions after its FROM. */
function service(
  name: string,
  options: { instructions?: string[]; dockerfiles?: string[] } = {},
): ServiceDockerfiles {
  const { instructions = [], dockerfiles } = options;
  const { matrix } = scan(
    createSnapshot({
      files: [
        ['Dockerfile', ['FROM golang:1.25', ...instructions, ''].join('\n')],
      ],
    }),
  );
  return {
    entityRef: refOf(name),
    isScanned: true,
    settings: {
      location: { type: 'url', target: `${repository}/tree/main/${name}` },
      ...(dockerfiles && { dockerfiles }),
    },
    ...(instructions.length > 0 && { matrix }),
  };
}

function buildOf(
  instructions: string[],
  rest: Partial<BuildRecord> = {},
): BuildRecord {
  return recordOf(0, 0, {
    steps: instructions.map((text, index) =>
      step(index + 2, 'executed', {
        name: `[${index + 2}/${instructions.length + 1}] ${text}`,
        stage: undefined,
        total: instructions.length + 1,
        instruction: text.split(' ')[0],
      }),
    ),
    ...rest,
  });
}

const told = (dockerfile: string): Partial<BuildRecord> => ({
  description: { dockerfile, repository },
});

const orders = ['COPY . .', 'RUN go build ./cmd/orders'];
const billing = ['COPY . .', 'RUN go build ./cmd/billing'];

describe('assignBuilds', () => {
  const a = service('a', { instructions: orders });
  const b = service('b', { instructions: billing });
  const both = service('c', { dockerfiles: ['../a/Dockerfile'] });

  it.each<[string, BuildRecord, ServiceDockerfiles[], string[]]>([
    ['its path', buildOf(billing, told('a/Dockerfile')), [a, b], ['a']],
    [
      'the path of all that share it',
      buildOf([], told('a/Dockerfile')),
      [a, b, both],
      ['a', 'c'],
    ],
    ['a path of nobody', buildOf(orders, told('tools/Dockerfile')), [a, b], []],
    ['a path outside', buildOf([], told('../a/Dockerfile')), [a], ['a']],
    ['its instructions', buildOf(billing), [a, b], ['b']],
    ['instructions of nobody', buildOf(['COPY x .', 'RUN make']), [a, b], []],
    [
      'instructions of two',
      buildOf(orders),
      [a, service('d', { instructions: orders })],
      [],
    ],
    ['no steps', buildOf([]), [a, b], []],
    ['nothing, for one service', buildOf(['COPY x .', 'RUN make']), [a], ['a']],
    [
      'another path, for one service',
      buildOf(orders, told('b/Dockerfile')),
      [a],
      [],
    ],
    [
      'a path, for one service that has no known one',
      buildOf([], told('b/Dockerfile')),
      [service('e')],
      ['e'],
    ],
    [
      'a path, for two that have no known one',
      buildOf([], told('e/Dockerfile')),
      [service('e'), service('f')],
      [],
    ],
  ])('goes by %s', (_, record, services, owners) => {
    const { records, unassigned } = assignBuilds([record], services);
    expect([...records.keys()]).toEqual(owners.map(refOf));
    expect(unassigned).toBe(owners.length === 0 ? 1 : 0);
  });

  it('shares the builds of one log out, in their order', () => {
    const [first, second, third] = [orders, billing, orders].map(steps =>
      buildOf(steps),
    );
    const { records } = assignBuilds([first, second, third], [a, b]);
    expect(records.get(refOf('a'))).toEqual([first, third]);
    expect(records.get(refOf('b'))).toEqual([second]);
  });
});

describe('dockerfileOf', () => {
  const definition = (file: string): Partial<BuildRecord> => ({
    steps: [
      step(1, 'executed', {
        name: `[internal] load build definition from ${file}`,
        internal: true,
      }),
    ],
  });

  it.each<[string, Partial<BuildRecord>, string | undefined]>([
    ['a record in a repository', told('a/Dockerfile'), 'a/Dockerfile'],
    ['a record of the root', told('Dockerfile'), 'Dockerfile'],
    [
      'a record of a file alone',
      { description: { dockerfile: 'Dockerfile' } },
      undefined,
    ],
    [
      'a record of a remote context',
      { description: { dockerfile: './a/Dockerfile' } },
      'a/Dockerfile',
    ],
    ['a log', definition('a/b/Dockerfile.prod'), 'a/b/Dockerfile.prod'],
    ['a log of a file alone', definition('Dockerfile'), undefined],
    ['a log of another place', definition('/tmp/a/Dockerfile'), undefined],
    ['a log of a place above', definition('../a/Dockerfile'), undefined],
    ['a log of Windows', definition('a\\b\\Dockerfile'), undefined],
    ['nothing', {}, undefined],
  ])('reads %s', (_, rest, file) => {
    expect(dockerfileOf(recordOf(0, 0, rest))).toBe(file);
  });
});

describe('folderOf', () => {
  it.each([
    [`${repository}/tree/main/services/a/`, 'services/a'],
    [`${repository}/tree/main/`, ''],
    [`${repository}/tree/main`, ''],
    [`${repository}/blob/main/services/a/catalog-info.yaml`, 'services/a'],
    [`${repository}/blob/main/catalog-info.yaml`, ''],
    [`${repository}/-/tree/main/a%20b`, 'a b'],
    [`${repository}/src/branch/main/a`, 'a'],
    [`${repository}/tree/main/%zz`, ''],
    [repository, ''],
    ['no address', ''],
  ])('%s', (target, folder) => {
    expect(folderOf({ type: 'url', target })).toBe(folder);
  });

  it('knows none of other locations', () => {
    expect(folderOf(undefined)).toBe('');
    expect(folderOf({ type: 'file', target: '/x/tree/main/a' })).toBe('');
  });
});
