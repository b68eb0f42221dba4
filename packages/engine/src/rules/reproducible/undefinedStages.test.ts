/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../../snapshot';
import { findBuildUnits } from '../../units';
import { UnitSubject } from '../types';
import { findUndefinedStages } from './undefinedStages';

function linesOf(dockerfile: string, more: Record<string, string> = {}) {
  const snapshot = createSnapshot({
    files: Object.entries({ Dockerfile: dockerfile, ...more }),
  });
  const [unit] = findBuildUnits(snapshot);
  return findUndefinedStages({ unit, snapshot } as UnitSubject).map(
    ({ line }) => line,
  );
}

describe('findUndefinedStages', () => {
  it.each([
    ['FROM alpine:3 AS build\nFROM scratch\nCOPY --from=builder /a /\n', [3]],
    ['FROM alpine:3 AS builder\nFROM scratch\nCOPY --from=bulider /a /\n', [3]],
    ['FROM alpine:3\nCOPY --from=builder /a /\n', [2]],
    ['FROM assets\nFROM alpine:3 AS assets\nFROM 0\n', []],
    ['FROM deps AS app\nFROM alpine:3 AS deps\nFROM app\n', [1]],
    [
      'FROM alpine:3 AS build\nFROM alpine:3\nRUN --mount=type=bind,from=biuld,target=/x true\n',
      [3],
    ],
  ])('reports %j', (dockerfile, expected) => {
    expect(linesOf(dockerfile)).toEqual(expected);
  });

  it.each([
    'FROM alpine:3 AS build\nFROM scratch\nCOPY --from=build /a /\n',
    'FROM alpine:3 AS build\nFROM scratch\nCOPY --from=BUILD /a /\n',
    'FROM node AS node\nFROM nodes/image\nCOPY --from=node /a /\n',
    'FROM golang AS gcc\nCOPY --from=busybox /bin/sh /\nCOPY --from=nginx /a /\n',
    'FROM alpine:3\nCOPY --from=xx / /\nCOPY --from=assets / /\n',
    'FROM alpine:3 AS tools\nFROM alpine:3\nCOPY --from=tool:1 / /\nCOPY --from=a/tools / /\n',
    'FROM alpine:3 AS ab\nFROM alpine:3\nCOPY --from=ac / /\n',
    // The stage is not built.
    'FROM alpine:3 AS lint\nCOPY --from=builder /a /\nFROM alpine:3\n',
  ])('accepts %j', dockerfile => {
    expect(linesOf(dockerfile)).toEqual([]);
  });

  it('leaves names alone that a build may bring as named contexts', () => {
    const dockerfile = 'FROM alpine:3 AS build\nCOPY --from=builder /a /\n';
    expect(linesOf(dockerfile)).toEqual([2]);
    expect(
      linesOf(dockerfile, {
        'docker-bake.hcl':
          'target "app" {\n  contexts = {\n    builder = "./b"\n  }\n}\n',
      }),
    ).toEqual([]);
    expect(
      linesOf(dockerfile, {
        Makefile: 'image:\n\tdocker build --build-context builder=../b .\n',
      }),
    ).toEqual([]);
  });
});
