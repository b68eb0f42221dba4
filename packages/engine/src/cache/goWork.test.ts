/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile, parseShell } from '../dockerfile';
import { readGoWork } from './goWork';

function workOf(line: string) {
  const dockerfile = parseDockerfile(`FROM a\nRUN ${line}\n`);
  const [run] = dockerfile.stages[0].instructions;
  return readGoWork(parseShell(dockerfile, run).commands[0]);
}

describe('readGoWork', () => {
  it.each([
    ['garble -literals build', false],
    ['garble build', true],
    ['goreleaser release --snapshot', true],
    ['gox ./...', true],
    // What any object has is no program that builds.
    ['constructor build', false],
    ['toString', false],
    ['__proto__ build', false],
  ])('%s compiles: %s', (line, compiles) => {
    expect(workOf(line).compiles).toBe(compiles);
  });
});
