/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../../dockerfile/parseImageReference';
import { newestTag } from './newestTag';

describe('newestTag', () => {
  it.each([
    ['golang', /^1\.\d+\.\d+$/],
    ['alpine', /^3\.\d+$/],
    ['debian', /^\d+$/],
    ['ubuntu:latest', /^\d[02468]\.04$/],
  ])('knows that of %s', (image, shape) => {
    const reference = parseImageReference(image);
    expect(reference && newestTag(reference)).toMatch(shape);
  });

  it.each(['busybox', 'registry.example/alpine', 'gcr.io/distroless/static'])(
    'does not make one up for %s',
    image => {
      const reference = parseImageReference(image);
      expect(reference && newestTag(reference)).toBeUndefined();
    },
  );
});
