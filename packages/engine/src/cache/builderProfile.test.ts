/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readImageBuilds } from '../ci/readImageBuilds';
import { createSnapshot } from '../snapshot/createSnapshot';
import { findBuildUnits } from '../units/findBuildUnits';
import { readBuilderProfile } from './builderProfile';
import { BuilderBasis, BuilderProfile } from './types';

const Dockerfile = 'FROM golang:1.27 AS build\nRUN go build .\nFROM scratch\n';

function profileOf(files: Record<string, string>): BuilderProfile {
  const snapshot = createSnapshot({
    files: Object.entries({ Dockerfile, ...files }),
  });
  const [unit] = findBuildUnits(snapshot);
  return readBuilderProfile(unit, readImageBuilds(snapshot));
}

function workflow(
  inputs: string,
  { on = 'push', runsOn = 'ubuntu-24.04' } = {},
) {
  return [
    `on: ${on}`,
    'jobs:',
    '  image:',
    `    runs-on: ${runsOn}`,
    '    steps:',
    '      - uses: docker/build-push-action@v6',
    `        with: { ${inputs} }`,
    '',
  ].join('\n');
}

const registry = 'cache-from: "type=registry,ref=a/b"';

describe('readBuilderProfile', () => {
  it.each<
    [inputs: string, kind: BuilderProfile['kind'], known: BuilderBasis['known']]
  >([
    ['context: .', 'ephemeral', 'no-cache-imported'],
    ['cache-to: "type=gha,mode=max"', 'ephemeral', 'no-cache-imported'],
    [
      'cache-from: type=gha, cache-to: "type=gha,mode=max"',
      'remote-max',
      'all-stages-exported',
    ],
    [
      'cache-from: type=gha, cache-to: "type=gha,mode=min"',
      'remote-min',
      'final-stage-exported',
    ],
    [
      'cache-from: type=gha, cache-to: type=gha',
      'remote-min',
      'final-stage-exported',
    ],
    [
      `${registry}, cache-to: "type=registry,ref=a/b"`,
      'remote-min',
      'final-stage-exported',
    ],
    [
      `${registry}, cache-to: type=inline`,
      'remote-min',
      'final-stage-exported',
    ],
    [
      `${registry}, cache-to: "type=inline,mode=max"`,
      'remote-min',
      'final-stage-exported',
    ],
    [
      `${registry}, cache-to: "type=inline\\ntype=gha,mode=max"`,
      'remote-max',
      'all-stages-exported',
    ],
    [
      `${registry}, build-args: BUILDKIT_INLINE_CACHE=1`,
      'remote-min',
      'final-stage-exported',
    ],
    // Something else may export it, and what is not known is not held against it.
    [registry, 'remote-max', 'cache-imported'],
    [
      `${registry}, cache-to: "\${{ inputs.cache }}"`,
      'remote-max',
      'cache-imported',
    ],
    [
      `${registry}, cache-to: "type=gha,mode=\${{ inputs.mode }}"`,
      'remote-max',
      'cache-imported',
    ],
    // Another Dockerfile.
    ['file: other.Dockerfile', 'warm', 'assumed'],
  ])('on a hosted runner with %s is %s', (inputs, kind, known) => {
    expect(profileOf({ '.github/workflows/w.yml': workflow(inputs) })).toEqual({
      kind,
      reason: expect.stringMatching(/^[A-Z][^:]*[a-z`](: [^:]+)?\.$/),
      basis: { known, ...(kind !== 'warm' && { perJob: 'machine' }) },
      ...(kind !== 'warm' && { path: '.github/workflows/w.yml', line: 6 }),
    });
  });

  it('is taken to be warm where nothing is known', () => {
    const assumed = {
      kind: 'warm',
      reason: expect.stringMatching(/^Assumed: /),
      basis: { known: 'assumed' },
    };
    expect(profileOf({})).toEqual(assumed);
    expect(
      profileOf({
        '.github/workflows/w.yml': workflow('', { runsOn: 'builder' }),
      }),
    ).toEqual(assumed);
    expect(
      profileOf({ 'compose.yaml': 'services: { a: { build: . } }' }),
    ).toEqual(assumed);
  });

  it('is warm on runners and builders that live on', () => {
    const path = '.github/workflows/w.yml';
    expect(
      profileOf({ [path]: workflow('', { runsOn: 'self-hosted' }) }),
    ).toMatchObject({
      kind: 'warm',
      basis: { known: 'self-hosted-runner' },
      path,
    });
    const step = '      - uses: docker/build-push-action@v6\n';
    const setup =
      '      - uses: docker/setup-buildx-action@v3\n        with: { driver: remote }\n';
    expect(
      profileOf({ [path]: workflow('').replace(step, setup + step) }),
    ).toMatchObject({
      kind: 'warm',
      basis: { known: 'remote-builder' },
      path,
    });
  });

  it('is the one that keeps most, of the builds on changes', () => {
    expect(
      profileOf({
        '.github/workflows/a.yml': workflow('context: .'),
        '.github/workflows/b.yml': workflow(
          'cache-from: type=gha, cache-to: "type=gha,mode=max"',
        ),
        '.github/workflows/c.yml': workflow('', {
          on: 'release',
          runsOn: 'self-hosted',
        }),
      }),
    ).toMatchObject({ kind: 'remote-max', path: '.github/workflows/b.yml' });
  });

  it.each([
    ['docker build .', 'docker:dind', 'ephemeral'],
    ['/kaniko/executor --context .', 'postgres', 'ephemeral'],
    ['/kaniko/executor --context . --cache=true', 'postgres', 'remote-max'],
    ['docker build .', 'postgres', 'warm'],
    ['docker build $FLAGS .', 'docker:28-dind', 'warm'],
  ])('of %s beside %s in GitLab is %s', (script, service, kind) => {
    const text = `image:build:\n  services: ["${service}"]\n  script: ${script}\n`;
    expect(profileOf({ '.gitlab-ci.yml': text })).toMatchObject({ kind });
  });
});
