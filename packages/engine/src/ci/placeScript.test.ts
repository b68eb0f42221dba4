/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { placeScript } from './placeScript';
import { at, readYaml, YamlText } from './readYaml';

function place(source: string) {
  const [document] = readYaml(source);
  return placeScript(at(document, 'run') as YamlText, source);
}

/** What the file has where the script's commands stand. */
function written(source: string): (string | undefined)[] {
  const { commands, toFile } = place(source);
  return commands.map(({ span }) => {
    const found = toFile(span);
    return found && source.slice(found.start, found.end);
  });
}

describe('placeScript', () => {
  it.each([
    ['plain text', 'run: make image\n', ['make image']],
    ['quotes', `run: "make image"\n`, ['make image']],
    ['single quotes', `run: 'make image'\n`, ['make image']],
    ['a block', 'run: |\n  a 1\n  b 2\n', ['a 1', 'b 2']],
    ['a block with CRLF', 'run: |\r\n  a 1\r\n  b 2\r\n', ['a 1', 'b 2']],
    ['empty lines', 'run: |\n  a 1\n\n  b 2\n', ['a 1', 'b 2']],
    ['a block without end', 'run: |-\n    a 1', ['a 1']],
    [
      'an expression',
      'run: |\n  a ${{ x.y }} 1\n  b ${{ z }}\n',
      ['a ${{ x.y }} 1', 'b ${{ z }}'],
    ],
    ['escapes', `run: "make \\"image\\""\n`, [undefined]],
    ['a folded block', 'run: >\n  a 1\n  2\n', [undefined]],
    ['plain text on two lines', 'run: a 1\n  2\n', [undefined]],
  ])('finds the commands of %s', (_, source, expected) => {
    expect(written(source)).toEqual(expected);
  });

  it('tells the lines of the file', () => {
    const { commands } = place('a: 1\nrun: |\n  b \\\n    c\n  d\n');
    expect(commands.map(({ name, line }) => [name, line])).toEqual([
      ['b', 3],
      ['d', 5],
    ]);
  });

  it('finds each word where it stands', () => {
    const piece = fc.constantFrom(
      'docker build',
      ' --dns=8.8.8.8',
      ' ${{ a.b }}',
      ' ${{github.workspace}}',
      ' \\\n  ',
      '\n',
      ' && x',
      " 'y z'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const script = `start${pieces.join('')}`;
        const source = `run: |\n${script.replace(/^/gm, '    ')}\n`;
        const { commands, text, toFile } = place(source);
        for (const command of commands) {
          for (const { span } of command.arguments) {
            const found = toFile(span);
            expect(found && source.slice(found.start, found.end)).toBe(
              text.slice(span.start, span.end),
            );
          }
        }
      }),
    );
  });
});
