/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isBuildHygieneDisabled } from './isBuildHygieneDisabled';

describe('isBuildHygieneDisabled', () => {
  it.each<[Record<string, string> | undefined, boolean]>([
    [undefined, false],
    [{}, false],
    [{ 'build-hygiene/disabled': 'true' }, true],
    [{ 'build-hygiene/disabled': ' True ' }, true],
    [{ 'build-hygiene/disabled': 'false' }, false],
    [{ 'build-hygiene/disabled': '' }, false],
    [{ 'build-hygiene/target': 'true' }, false],
  ])('of %j is %s', (annotations, expected) => {
    expect(
      isBuildHygieneDisabled({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'orders', annotations },
      }),
    ).toBe(expected);
  });
});
