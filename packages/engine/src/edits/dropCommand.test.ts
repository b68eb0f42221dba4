/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { parseShell } from '../dockerfile/parseShell';
import { applyEdits } from './applyEdits';
import { dropCommand } from './dropCommand';

/** The file without its command `drop`. */
function without(source: string): string | undefined {
  const dockerfile = parseDockerfile(source);
  const { commands } = parseShell(
    dockerfile,
    dockerfile.stages[0].instructions[0],
  );
  const command = commands.find(({ name }) => name === 'drop');
  const edit = command && dropCommand(source, commands, command);
  return edit && applyEdits(source, [edit]);
}

describe('dropCommand', () => {
  it.each([
    ['RUN drop -a && b', 'RUN b'],
    ['RUN a && drop -a && b', 'RUN a && b'],
    ['RUN a && drop -a', 'RUN a'],
    ['RUN a \\\n && drop x \\\n && b', 'RUN a \\\n && b'],
    ['RUN a && \\\r\n  drop x && \\\r\n  b', 'RUN a && \\\r\n  b'],
    ['RUN a; drop && b', 'RUN a; b'],
    ['RUN drop', undefined],
    ['RUN a; drop; b', undefined],
    ['RUN a | drop && b', undefined],
    ['RUN drop | a && b', undefined],
    ['RUN a $(drop) && b', undefined],
    ['RUN drop \\\n # why\n && b', undefined],
    ['RUN a && drop || b', undefined],
  ])('%j', (before, after) => {
    const start = 'FROM alpine:3.24\n';
    expect(without(`${start}${before}\n`)).toBe(after && `${start}${after}\n`);
  });
});
