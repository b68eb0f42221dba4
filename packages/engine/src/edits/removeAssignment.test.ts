/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { parseShell } from '../dockerfile/parseShell';
import { applyEdits } from './applyEdits';
import { locateAssignment } from './locateAssignment';
import { removeEntry, removeFromCommand, removePair } from './removeAssignment';
import { AssignmentSyntax, setValue } from './setValue';
import { TextEdit } from './types';

function apply(source: string, edit: TextEdit | undefined) {
  return edit && applyEdits(source, [edit]);
}

const whole = (source: string) => ({ start: 0, end: source.length });

describe('removePair', () => {
  it.each([
    ['ENV X=1\nRUN a\n', 'RUN a\n'],
    ['ENV X=1\r\nRUN a\r\n', 'RUN a\r\n'],
    ['ENV X=1', ''],
    ['ENV X 1\nRUN a\n', 'RUN a\n'],
    ['ENV X=1 Y=2\n', 'ENV Y=2\n'],
    ['ENV Y=2 X="1 2"\n', 'ENV Y=2\n'],
    ['ENV A=0 \\\n    X=1 \\\n    B=2\n', 'ENV A=0 \\\n    B=2\n'],
    ['ENV X=1 \\\n    B=2\n', 'ENV B=2\n'],
    ['ENV A=0 \\\r\n    X=1\r\nRUN a\r\n', 'ENV A=0\r\nRUN a\r\n'],
    // A comment would go with it.
    ['ENV A=0 \\\n# why\n    X=1 \\\n    B=2\n', undefined],
  ])('%j', (source, expected) => {
    const text = `FROM a\n${source}`;
    const instruction = parseDockerfile(text).stages[0].instructions[0];
    const name = (instruction.pairs ?? []).find(pair => pair.name === 'X');
    if (!name) {
      throw new TypeError('no X');
    }
    expect(apply(text, removePair(text, instruction, name.nameSpan))).toBe(
      expected === undefined ? undefined : `FROM a\n${expected}`,
    );
  });
});

describe('removeFromCommand', () => {
  it.each([
    ['RUN X=1 go build\n', 'RUN go build\n'],
    ['RUN A=0 X="1 2" \\\n  go build\n', 'RUN A=0 go build\n'],
    ['RUN export X=1 && go build\n', 'RUN go build\n'],
    ['RUN export X=1; \\\n    go build\n', 'RUN go build\n'],
    ['RUN export A=0 X=1 && go build\n', 'RUN export A=0 && go build\n'],
    ['RUN export X=1\nRUN go build\n', 'RUN go build\n'],
    ['RUN --network=none go env -w X=1\n', ''],
    ['RUN env X=1 go build\n', 'RUN env go build\n'],
    [
      'RUN <<EOF\n  export X=1\n  go build\nEOF\n',
      'RUN <<EOF\n  go build\nEOF\n',
    ],
    // What is left would be no script, or another one.
    ['RUN go vet && export X=1\n', undefined],
    ['RUN export X=1 || true\n', undefined],
    ['RUN X=1; go build\n', 'RUN go build\n'],
  ])('%j', (source, expected) => {
    const text = `FROM a\n${source}`;
    const dockerfile = parseDockerfile(text);
    const instruction = dockerfile.stages[0].instructions[0];
    const [found] = parseShell(dockerfile, instruction).commands.flatMap(
      command => {
        const located = locateAssignment(text, {
          within: command.span,
          name: 'X',
        });
        return located ? [{ text: located, command, instruction }] : [];
      },
    );
    if (!found) {
      throw new TypeError('no X');
    }
    expect(apply(text, removeFromCommand(text, found))).toBe(
      expected === undefined ? undefined : `FROM a\n${expected}`,
    );
  });
});

describe('removeEntry', () => {
  it.each([
    ['env:\n  X: 1\n  Y: 2\njobs:\n', 'env:\n  Y: 2\njobs:\n'],
    ['env:\n  Y: 2\n  X: "1" # why\njobs:\n', 'env:\n  Y: 2\njobs:\n'],
    ['on: push\nenv:\n  X: 1\njobs:\n', 'on: push\njobs:\n'],
    ['a:\n  env:\n    X: 1\n', 'a:\n'],
    ['- env:\n    X: 1\n  run: a\n', '- run: a\n'],
    ['- run: a\n  env:\n    X: 1\n- run: b\n', '- run: a\n- run: b\n'],
    // Nothing would be left of the item.
    ['- env:\n    X: 1\n- run: b\n', undefined],
    ['env: { X: 1, Y: 2 }\n', undefined],
  ])('%j', (source, expected) => {
    const text = locateAssignment(source, {
      within: whole(source),
      name: 'X',
      separator: ':',
    });
    expect(text && apply(source, removeEntry(source, text))).toBe(expected);
  });

  it.each([
    ['environment:\n  - X=1\n  - Y=2\n', 'environment:\n  - Y=2\n'],
    ['environment:\n  - "X=1 2"\nports: []\n', 'ports: []\n'],
  ])('%j', (source, expected) => {
    const text = locateAssignment(source, { within: whole(source), name: 'X' });
    expect(text && apply(source, removeEntry(source, text))).toBe(expected);
  });
});

describe('setValue', () => {
  it.each<[string, AssignmentSyntax, string, string | undefined]>([
    ['X=1 go', 'shell', 'a,b', 'X=a,b go'],
    ['X=1 go', 'shell', 'a|b', "X='a|b' go"],
    ['X="1" go', 'shell', 'a|b', 'X="a|b" go'],
    ["X='1 2' go", 'shell', 'a', "X='a' go"],
    ['"X=1 2"', 'yaml', 'a|b', '"X=a|b"'],
    ['X=1', 'pair', '*', "X='*'"],
    ['X=', 'pair', 'a', 'X=a'],
    ['X=a"b"', 'pair', 'c', undefined],
    ['X=1', 'shell', '$(id)', undefined],
  ])('%j as %s to %j', (source, syntax, value, expected) => {
    const text = locateAssignment(source, { within: whole(source), name: 'X' });
    expect(
      text && apply(source, setValue(source, { text, value, syntax })),
    ).toBe(expected);
  });

  it.each([
    ['X: 1\n', 'a|b', 'X: a|b\n'],
    ['X: 1 # why\n', 'a,b', 'X: a,b # why\n'],
    ['X: "1"\n', '*', 'X: "*"\n'],
    ['X: 1\n', '*.b', "X: '*.b'\n"],
    ['X: 1\n', '', "X: ''\n"],
  ])('%j of YAML to %j', (source, value, expected) => {
    const text = locateAssignment(source, {
      within: whole(source),
      name: 'X',
      separator: ':',
    });
    expect(
      text && apply(source, setValue(source, { text, value, syntax: 'yaml' })),
    ).toBe(expected);
  });
});

describe('locateAssignment', () => {
  it('finds a name of its own only, and only once', () => {
    const find = (source: string) =>
      locateAssignment(source, { within: whole(source), name: 'X' });
    expect(find('AX=1')).toBeUndefined();
    expect(find('$X=1')).toBeUndefined();
    expect(find('X=1 X=2')).toBeUndefined();
    expect(find('XX=1 X=2')?.name.start).toBe(5);
  });

  it('stays within the text, whatever it is', () => {
    fc.assert(
      fc.property(
        fc
          .array(
            fc.constantFrom('X', '=', ':', ' ', '"', "'", '\\', '\n', '$', 'a'),
            { maxLength: 30 },
          )
          .map(parts => parts.join('')),
        fc.constantFrom('=' as const, ':' as const),
        (source, separator) => {
          const found = locateAssignment(source, {
            within: whole(source),
            name: 'X',
            separator,
          });
          expect(
            found && {
              name: source.slice(found.name.start, found.name.end),
              isBehind: found.value.start > found.name.end,
              isForward: found.value.end >= found.value.start,
              isWithin: found.value.end <= source.length,
            },
          ).toEqual(
            found && {
              name: 'X',
              isBehind: true,
              isForward: true,
              isWithin: true,
            },
          );
        },
      ),
    );
  });
});
