/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { applyEdits } from './applyEdits';
import { exportAllStages, removeSwitch } from './editCacheSettings';
import { TextEdit } from './types';

function apply(source: string, edit: TextEdit | undefined) {
  return edit && applyEdits(source, [edit]);
}

describe('removeSwitch', () => {
  it.each([
    ['with:\n  no-cache: true\n  push: true\n', 'with:\n  push: true\n'],
    ['with:\r\n  no-cache: "true" # why\r\n', 'with:\r\n'],
    ['x\nrun: docker build --no-cache .\n', 'x\nrun: docker build .\n'],
    ['x\nrun: docker build . --no-cache', 'x\nrun: docker build .'],
    ['docker build \\\n  --no-cache \\\n  .\n', 'docker build \\\n  .\n'],
    ['docker build . \\\n  --no-cache\n', undefined],
    ['x\nrun: a --no-cache && b --no-cache\n', undefined],
    ['x\nno-cache: ${{ inputs.fresh }}\n', undefined],
  ])('changes %j', (source, expected) => {
    expect(
      apply(
        source,
        removeSwitch(source, 2, { flag: '--no-cache', key: /no-cache/ }),
      ),
    ).toBe(expected);
  });
});

describe('exportAllStages', () => {
  it.each([
    ['cache-to: type=gha\n', 'cache-to: type=gha,mode=max\n'],
    [
      'cache-to: "type=registry,ref=a/b:c"',
      'cache-to: "type=registry,ref=a/b:c,mode=max"',
    ],
    [
      'cache-to: type=registry,ref=${{ env.IMAGE }}:c',
      'cache-to: type=registry,mode=max,ref=${{ env.IMAGE }}:c',
    ],
    [
      'cache-to: type=gha,mode=min,scope=a',
      'cache-to: type=gha,mode=max,scope=a',
    ],
    [
      'docker build --cache-from=type=gha --cache-to=type=gha .',
      'docker build --cache-from=type=gha --cache-to=type=gha,mode=max .',
    ],
    ['cache-to = ["type=gha"]', 'cache-to = ["type=gha,mode=max"]'],
    ['cache-to: type=inline', undefined],
    ['cache-to: ${{ vars.CACHE }}', undefined],
    ['x --cache-to type=gha --cache-from type=gha', undefined],
  ])('changes %j', (source, expected) => {
    expect(apply(source, exportAllStages(source, 1))).toBe(expected);
  });
});
