/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import golden from './__fixtures__/goVersions.golden.json';
import inputs from './__fixtures__/goVersions.inputs.json';
import {
  compareGoVersions,
  goLanguageVersion,
  isGoVersion,
} from './compareGoVersions';
import { parseGoMod } from './parseGoMod';
import { isStaleToolchain } from './toolchainVersion';

// What Go itself says, as bench/go-versions wrote it down.
const versions: Record<
  string,
  { valid: boolean; language: string; compared: string }
> = golden.versions;
const goLines: Record<string, boolean> = golden.goLines;
const toolchainLines: Record<string, boolean> = golden.toolchainLines;
const builds: Record<string, string> = golden.builds;

function accepts(line: string): boolean {
  const source = `module example.com/a\n\n${line}\n`;
  return parseGoMod(source, { path: 'go.mod' }).problems.length === 0;
}

describe('versions as Go reads them', () => {
  it('has the same inputs', () => {
    expect(Object.keys(versions).sort()).toEqual([...inputs.versions].sort());
    expect(Object.keys(goLines).sort()).toEqual([...inputs.goLines].sort());
    expect(Object.keys(toolchainLines).sort()).toEqual(
      [...inputs.toolchainLines].sort(),
    );
    expect(Object.keys(builds).sort()).toEqual(
      inputs.builds.map(([go, name]) => `${go} ${name}`).sort(),
    );
  });

  it.each(inputs.versions)('%j', version => {
    const { valid, language, compared } = versions[version];
    expect({
      valid: isGoVersion(version),
      language: goLanguageVersion(version) ?? '',
      compared: inputs.versions
        .map(other => '<=>'[Math.sign(compareGoVersions(version, other)) + 1])
        .join(''),
    }).toEqual({ valid, language, compared });
  });

  it.each(inputs.goLines)('go %s', line => {
    expect(accepts(`go ${line}`)).toBe(goLines[line]);
  });

  it.each(inputs.toolchainLines)('toolchain %s', line => {
    expect(accepts(`toolchain ${line}`)).toBe(toolchainLines[line]);
  });

  it.each(inputs.builds)('go %s with toolchain %s', (go, name) => {
    const outcome = builds[`${go} ${name}`];
    expect(isStaleToolchain(go, name)).toBe(outcome !== 'ok');
  });
});
