/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile, parseShell } from '../dockerfile';
import { mayFetchModules, readGoWork } from './goWork';

function commandOf(line: string) {
  const dockerfile = parseDockerfile(`FROM a\nRUN ${line}\n`);
  const [run] = dockerfile.stages[0].instructions;
  return parseShell(dockerfile, run).commands[0];
}

function workOf(line: string) {
  return readGoWork(commandOf(line));
}

describe('readGoWork', () => {
  it.each([
    ['garble -literals build', false],
    ['garble build', true],
    ['goreleaser release --snapshot', true],
    ['gox ./...', true],
    ['make -C cmd/app build', true],
    ['make -BC /src/backend/cpp/engine package', false],
    // What any object has is no program that builds.
    ['constructor build', false],
    ['toString', false],
    ['__proto__ build', false],
  ])('%s compiles: %s', (line, compiles) => {
    expect(workOf(line).compiles).toBe(compiles);
  });
});

describe('mayFetchModules', () => {
  it.each([
    ['./hack/install-dependencies.sh', true],
    ['bash scripts/deps.sh', true],
    ['./download_modules.bash --all', true],
    ['./build.sh', false],
    ['./modest.sh', false],
    ['apk add deps', false],
  ])('%s: %s', (line, may) => {
    expect(mayFetchModules(commandOf(line))).toBe(may);
  });
});
