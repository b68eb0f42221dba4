/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { parseShell } from '../dockerfile/parseShell';
import { isGo, readGoCommand } from './goCommand';

function read(script: string) {
  const dockerfile = parseDockerfile(`FROM golang\nRUN ${script}\n`);
  const [run] = dockerfile.stages[0].instructions;
  const [command] = parseShell(dockerfile, run).commands;
  const goCommand = readGoCommand(command);
  return (
    goCommand && {
      folder: goCommand.folder?.text,
      verb: goCommand.verb,
      words: goCommand.words.map(({ text }) => text),
    }
  );
}

describe('readGoCommand', () => {
  it.each([
    ['go', undefined, undefined, []],
    ['go build ./cmd', undefined, 'build', ['./cmd']],
    ['/usr/local/go/bin/go vet', undefined, 'vet', []],
    ['go -C svc build .', 'svc', 'build', ['.']],
    ['go build -C svc -o /app .', 'svc', 'build', ['-o', '/app', '.']],
    ['go build -C=svc .', 'svc', 'build', ['.']],
    ['go mod download --C svc -x', 'svc', 'mod', ['download', '-x']],
    // Any other place is not that flag.
    [
      'go build -o /app -C svc',
      undefined,
      'build',
      ['-o', '/app', '-C', 'svc'],
    ],
    ['go run ./tool -C svc', undefined, 'run', ['./tool', '-C', 'svc']],
    ['go build -C', undefined, 'build', []],
  ])('reads %s', (script, folder, verb, words) => {
    expect(read(script)).toEqual({ folder, verb, words });
  });

  it('leaves other commands', () => {
    expect(read('gofmt -l .')).toBeUndefined();
  });

  it.each([
    ['go', true],
    ['go1.27.1', true],
    ['xx-go', true],
    ['/opt/bin/go', true],
    ['gofmt', false],
    ['cargo', false],
    [undefined, false],
  ])('takes %p for go: %p', (name, expected) => {
    expect(isGo(name)).toBe(expected);
  });
});
