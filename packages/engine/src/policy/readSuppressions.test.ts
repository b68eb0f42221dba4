/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { createSnapshot } from '../snapshot';
import { readSuppressions } from './readSuppressions';

const rule = 'image/shell-form';
const note = `build-hygiene: ignore ${rule} -- why`;
const fileNote = `build-hygiene: ignore-file ${rule} -- why`;

function read(path: string, source: string) {
  return readSuppressions(createSnapshot({ files: [[path, source]] }));
}

/** `line covers from-to` of each comment. */
function covered(path: string, source: string): string[] {
  const { suppressions, problems } = read(path, source);
  expect(problems).toEqual([]);
  return suppressions.map(
    ({ line, covers: { from, to } }) => `${line} covers ${from}-${to}`,
  );
}

describe('readSuppressions', () => {
  it.each<[string, path: string, lines: string[], expected: string[]]>([
    [
      'an instruction below',
      'Dockerfile',
      ['FROM a', `# ${note}`, 'RUN a \\', '  && b', 'RUN c'],
      ['2 covers 3-4'],
    ],
    [
      'an instruction below other comments and blank lines',
      'Dockerfile',
      ['FROM a', `  #${note}`, '# more', '', 'RUN a'],
      ['2 covers 5-5'],
    ],
    [
      'the instruction that it stands in',
      'Dockerfile',
      ['FROM a', 'RUN a \\', `  # ${note}`, '  && b', 'RUN c'],
      ['3 covers 2-4'],
    ],
    [
      'an instruction with its heredoc, whose lines are no comments in a copied file',
      'Dockerfile',
      ['FROM a', `# ${note}`, 'COPY <<E /x', `# ${note}`, 'E', 'RUN c'],
      ['2 covers 3-5'],
    ],
    [
      'a command of a heredoc, over its lines',
      'Dockerfile',
      [
        'FROM a',
        'RUN <<E',
        `  # ${note}`,
        '# more',
        'b \\',
        ' c',
        'd',
        'E',
        'RUN e',
      ],
      ['3 covers 5-6'],
    ],
    [
      'the start of the file, when nothing stands above it',
      'Dockerfile',
      ['# of the team', `# ${note}`, 'FROM a', 'RUN b'],
      ['2 covers 1-3'],
    ],
    [
      'the whole file, below a directive',
      'Dockerfile',
      ['# syntax=docker/dockerfile:1', `# ${fileNote}`, 'FROM a'],
      ['2 covers 1-Infinity'],
    ],
    [
      'a file with a byte order mark',
      'Dockerfile',
      [`\uFEFF# ${fileNote}`, 'FROM a'],
      ['1 covers 1-Infinity'],
    ],
    [
      'a step of a workflow, up to the next one',
      '.github/workflows/a.yaml',
      [
        'jobs:',
        '  a:',
        '    steps:',
        `      # ${note}`,
        '      - uses: a',
        '        with:',
        '',
        '          x: y',
        '      - uses: b',
      ],
      ['4 covers 5-8'],
    ],
    [
      'a key with a list that stands as far left',
      'compose.yaml',
      [`# ${note}`, 'steps:', '- a', '- b', 'other: 1'],
      ['1 covers 1-4'],
    ],
    [
      'its own line',
      'compose.yaml',
      ['a: 1', `b: 2 # ${note}`, 'c: 3'],
      ['2 covers 2-2'],
    ],
    [
      'a requirement',
      'go.mod',
      ['module a', `require b v1.0.0 // indirect; ${note}`, 'require c v1.0.0'],
      ['2 covers 2-2'],
    ],
    [
      'a block of requirements',
      'go.mod',
      [`// ${note}`, 'require (', '  a v1.0.0', '  b v1.0.0', ')', 'go 1.27'],
      ['1 covers 1-5'],
    ],
    [
      'a line in a block',
      'go.mod',
      ['require (', `  // ${note}`, '  a v1.0.0', '  b v1.0.0', ')'],
      ['2 covers 3-3'],
    ],
    [
      'a pattern of an ignore file, and no more',
      '.dockerignore',
      ['# x', `# ${note}`, 'a', 'b'],
      ['2 covers 1-3'],
    ],
    [
      'a recipe',
      'Makefile',
      [`# ${note}`, 'a:', '\tb', '\tc', 'd:'],
      ['1 covers 1-4'],
    ],
    [
      'a target of a bake file',
      'docker-bake.hcl',
      [`// ${note}`, 'target "a" {', '  b = "c"', '}', 'target "d" {}'],
      ['1 covers 1-3'],
    ],
    ['nothing in what others say', 'Dockerfile', ['FROM a', '# hadolint'], []],
    [
      'nothing in an anchor of an address',
      'Dockerfile',
      ['# see https://example.com/#build-hygiene: ignore', 'FROM a'],
      [],
    ],
    [
      'nothing in a pattern',
      '.dockerignore',
      [`a # ${note}`, `  # ${note}`],
      [],
    ],
    ['nothing where no comments can be', 'go.sum', [`# ${note}`, 'a'], []],
  ])('covers %s', (_, path, lines, expected) => {
    const found = expected.filter(place => place !== '');
    expect(covered(path, `${lines.join('\n')}\n`)).toEqual(found);
    expect(covered(path, `${lines.join('\r\n')}\r\n`)).toEqual(found);
  });

  it.each<[string, path: string, lines: string[], line: number, RegExp]>([
    [
      'an unknown rule',
      'Dockerfile',
      ['# build-hygiene: ignore image/shel-form -- x', 'FROM a'],
      1,
      /did you mean `image\/shell-form`\? Nothing is excepted by it\.$/,
    ],
    [
      'no reason',
      'go.mod',
      ['module a', '', `// build-hygiene: ignore ${rule}`, 'go 1.27'],
      3,
      /gives no reason/,
    ],
    [
      'the end of a heredoc',
      'Dockerfile',
      ['FROM a', 'RUN <<E', 'b', `# ${note}`, 'E', 'RUN c'],
      4,
      /Nothing stands below/,
    ],
    [
      'the end of a line of a Dockerfile',
      'Dockerfile',
      ['FROM a', `RUN b # ${note}`],
      2,
      /no comments at the end of a line/,
    ],
    [
      'a whole file from its middle',
      'Dockerfile',
      ['FROM a', `# ${fileNote}`],
      2,
      /has to stand above everything else/,
    ],
    [
      'nothing below',
      'compose.yaml',
      ['a: 1', `# ${note}`, '# end'],
      2,
      /Nothing stands below/,
    ],
  ])('reports %s', (_, path, lines, line, message) => {
    const { suppressions, problems } = read(path, lines.join('\n'));
    expect(suppressions).toEqual([]);
    expect(problems).toEqual([
      { path, line, code: 'parse', message: expect.stringMatching(message) },
    ]);
  });

  it('reads so many comments of a file and no more', () => {
    const { suppressions, problems } = read(
      'compose.yaml',
      `${`# ${note}\n`.repeat(5_000)}a: 1\n`,
    );
    expect(suppressions).toHaveLength(200);
    expect(problems).toMatchObject([{ code: 'limit', path: 'compose.yaml' }]);
  });

  it('excepts lines of the file alone, whatever is written', () => {
    const parts = fc.constantFrom(
      ...['\n', '\r\n', '  ', '\t', `# ${note}`, `// ${note}`, '# ', '- ', ')'],
      ...[`# ${fileNote}`, 'FROM a\n', 'RUN a \\\n', 'RUN <<E\n', 'E\n', 'a:'],
      ...['require (\n', 'build-hygiene:', '; build-hygiene:', '\uFEFF'],
    );
    fc.assert(
      fc.property(
        fc.constantFrom('Dockerfile', 'go.mod', 'compose.yaml', 'Makefile'),
        fc.array(parts, { maxLength: 30 }),
        (path, pieces) => {
          const source = pieces.join('');
          const count = source.split('\n').length;
          const { suppressions, problems } = read(path, source);
          for (const { line } of [...suppressions, ...problems]) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(count);
          }
          for (const { covers } of suppressions) {
            expect(covers.from).toBeLessThanOrEqual(covers.to);
            expect(covers.to === Infinity || covers.to <= count).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
