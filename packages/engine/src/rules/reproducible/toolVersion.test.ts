/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findGoModules } from '../../gomod/findGoModules';
import { createSnapshot } from '../../snapshot';
import { toolVersion } from './toolVersion';

const stringer = 'golang.org/x/tools/cmd/stringer';

function versionOf(packagePath: string, ...goMods: string[]) {
  const snapshot = createSnapshot({
    files: goMods.map((text, index) => [
      `${index}/go.mod`,
      `module example.com/app${index}\n\ngo 1.27\n\n${text}\n`,
    ]),
  });
  return toolVersion(packagePath, findGoModules(snapshot));
}

describe('toolVersion', () => {
  it.each([
    ['a known tool', stringer, 'require golang.org/x/tools v0.38.0', 'v0.38.0'],
    [
      'the package of the module itself',
      'example.com/lint/v2',
      'require example.com/lint/v2 v2.1.0',
      'v2.1.0',
    ],
    [
      'a tool line, with the nearest module',
      'example.com/tools/cmd/gen',
      'tool example.com/tools/cmd/gen\n\nrequire example.com/tools v1.0.0\n\nrequire example.com/tools/cmd/gen v1.2.0',
      'v1.2.0',
    ],
    [
      'a package that may be of another module',
      'golang.org/x/tools/gopls',
      'require golang.org/x/tools v0.38.0',
      undefined,
    ],
    [
      'a path that only starts alike',
      'example.com/linter',
      'require example.com/lint v1.0.0',
      undefined,
    ],
    [
      'a replaced module',
      stringer,
      'require golang.org/x/tools v0.38.0\n\nreplace golang.org/x/tools => ../tools',
      undefined,
    ],
    ['no requirement', stringer, '', undefined],
  ])('of %s', (_, packagePath, goMod, version) => {
    expect(versionOf(packagePath, goMod)).toBe(version);
  });

  it('is none where two modules disagree', () => {
    const old = 'require golang.org/x/tools v0.37.0';
    const current = 'require golang.org/x/tools v0.38.0';
    expect(versionOf(stringer, current, current)).toBe('v0.38.0');
    expect(versionOf(stringer, current, old)).toBeUndefined();
    expect(versionOf(stringer, current, '')).toBe('v0.38.0');
  });
});
