/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readBuilderInstance } from './readBuilderInstance';

describe('readBuilderInstance', () => {
  it.each([
    [
      'building with "default" instance using docker driver',
      { name: 'default', driver: 'docker' },
    ],
    [
      'building with "ci-1" instance using docker-container driver',
      { name: 'ci-1', driver: 'docker-container' },
    ],
    ['building with "" instance using docker driver', undefined],
    ['building with default', undefined],
    ['1.2 building with "a" instance using b driver', undefined],
  ])('%s', (text, expected) => {
    expect(readBuilderInstance(text)).toEqual(expected);
  });
});
