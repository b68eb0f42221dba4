/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { contextName } from './contextName';

describe('contextName', () => {
  it.each([
    ['lib', 'lib'],
    ['lib:latest', 'lib'],
    ['lib:1', 'lib:1'],
    ['docker.io/library/lib', 'lib'],
    ['index.docker.io/library/lib:latest', 'lib'],
    ['docker.io/team/lib', 'team/lib'],
    ['registry.example/lib:latest', 'registry.example/lib'],
    [
      `lib:latest@sha256:${'a'.repeat(64)}`,
      `lib:latest@sha256:${'a'.repeat(64)}`,
    ],
    ['Lib', undefined],
    ['a b', undefined],
    ['', undefined],
  ])('knows %j as %j', (text, name) => {
    expect(contextName(text)).toBe(name);
  });
});
