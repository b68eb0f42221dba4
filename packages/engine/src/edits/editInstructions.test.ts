/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { parseShell } from '../dockerfile/parseShell';
import { Dockerfile } from '../dockerfile/types';
import { applyEdits } from './applyEdits';
import {
  insertAfterInstruction,
  insertInstructions,
  removeChainedCommand,
  removeInstruction,
  takeInstruction,
} from './editInstructions';
import { removeRunFlags } from './removeRunFlags';
import { TextEdit } from './types';

function parse(source: string): Dockerfile {
  return parseDockerfile(source, { path: 'Dockerfile' });
}

function apply(source: string, edits: TextEdit[] | TextEdit | undefined) {
  return edits && applyEdits(source, [edits].flat());
}

describe('insertInstructions', () => {
  it.each([
    ['FROM a\nCOPY . .\n', 'FROM a\nRUN b\nRUN c\nCOPY . .\n'],
    [
      'FROM a\r\n\r\n# All.\r\nCOPY . .',
      'FROM a\r\n\r\nRUN b\r\nRUN c\r\n\r\n# All.\r\nCOPY . .',
    ],
    [
      'FROM a\n  # All.\n  COPY . .',
      'FROM a\n  RUN b\n  RUN c\n  # All.\n  COPY . .',
    ],
  ])('inserts them into %j', (source, expected) => {
    const dockerfile = parse(source);
    expect(
      apply(
        source,
        insertInstructions(dockerfile, dockerfile.instructions[1], [
          'RUN b',
          'RUN c',
        ]),
      ),
    ).toBe(expected);
  });
});

describe('insertAfterInstruction', () => {
  it.each([
    ['FROM a\nCOPY . .\nCMD b', 'FROM a\nCOPY . .\nRUN b\nRUN c\nCMD b'],
    ['FROM a\nCOPY . .', 'FROM a\nCOPY . .\nRUN b\nRUN c\n'],
    [
      'FROM a\r\nRUN <<E\r\na\r\nE\r\n',
      'FROM a\r\nRUN <<E\r\na\r\nE\r\nRUN b\r\nRUN c\r\n',
    ],
  ])('inserts them into %j', (source, expected) => {
    const dockerfile = parse(source);
    expect(
      apply(
        source,
        insertAfterInstruction(dockerfile, dockerfile.instructions[1], [
          'RUN b',
          'RUN c',
        ]),
      ),
    ).toBe(expected);
  });
});

describe('removeInstruction', () => {
  it.each([
    ['FROM a\nRUN b\nRUN c\n', 'FROM a\nRUN c\n'],
    ['FROM a\n\n# B.\nRUN b\n\nRUN c\n', 'FROM a\n\nRUN c\n'],
    ['FROM a\n# B and c.\nRUN b\nRUN c\n', 'FROM a\n# B and c.\nRUN c\n'],
    ['FROM a\r\nRUN b \\\r\n  b', 'FROM a\r\n'],
    ['FROM a\nRUN <<EOF\nb\nEOF\nRUN c', 'FROM a\nRUN c'],
  ])('removes it from %j', (source, expected) => {
    const dockerfile = parse(source);
    expect(
      apply(source, removeInstruction(dockerfile, dockerfile.instructions[1])),
    ).toBe(expected);
  });

  it('hands over what it has removed', () => {
    const dockerfile = parse('FROM a\n\n# B.\nRUN b \\\n  b\n\nRUN c\n');
    expect(takeInstruction(dockerfile, dockerfile.instructions[1])?.text).toBe(
      '# B.\nRUN b \\\n  b',
    );
  });
});

describe('removeChainedCommand', () => {
  it.each<[string, string | undefined]>([
    ['RUN x && b', 'RUN b'],
    ['RUN a && x && b', 'RUN a && b'],
    ['RUN a && x', 'RUN a'],
    ['RUN a && \\\n    x && \\\n    b', 'RUN a && \\\n    b'],
    ['RUN a \\\n && x \\\n && b', 'RUN a \\\n && b'],
    ['RUN a; x; b', 'RUN a; b'],
    ['RUN a || x && b', undefined],
    ['RUN x || b', undefined],
    ['RUN x | b', undefined],
    ['RUN a | x && b', undefined],
    ['RUN a $(x) && b', undefined],
    ['RUN (cd a && x) && b', undefined],
    ['RUN x', undefined],
  ])('of %j', (text, expected) => {
    const source = `FROM a\n${text}`;
    const dockerfile = parse(source);
    const { commands } = parseShell(dockerfile, dockerfile.instructions[1]);
    const command = commands.find(({ name }) => name === 'x')!;
    expect(
      apply(source, removeChainedCommand(dockerfile, commands, command)),
    ).toBe(expected && `FROM a\n${expected}`);
  });
});

describe('removeRunFlags', () => {
  it.each([
    ['RUN --mount=type=tmpfs,target=/a b', 'RUN b'],
    ['RUN --mount=type=tmpfs,target=/a \\\n    b', 'RUN b'],
    [
      'RUN --network=none \\\r\n    --mount=type=tmpfs,target=/a \\\r\n    b',
      'RUN --network=none \\\r\n    b',
    ],
    ['RUN --mount=type=tmpfs,target=/a \\\n  # B.\n  b', undefined],
  ])('of %j', (text, expected) => {
    const source = `FROM a\n${text}`;
    const dockerfile = parse(source);
    const run = dockerfile.instructions[1];
    const flags = run.flags.filter(({ name }) => name === 'mount');
    expect(apply(source, removeRunFlags(dockerfile, run, flags))).toBe(
      expected && `FROM a\n${expected}`,
    );
  });
});
