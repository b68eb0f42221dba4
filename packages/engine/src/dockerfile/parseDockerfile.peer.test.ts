/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { DockerfileParser } from 'dockerfile-ast';
import fc from 'fast-check';
import { parseDockerfile } from './parseDockerfile';

/** What both parsers tell of an instruction. */
interface Line {
  keyword: string;
  line: number;
  endLine: number;
}

function ownLines(source: string): Line[] {
  return parseDockerfile(source).instructions.map(
    ({ keyword, line, endLine }) => ({ keyword, line, endLine }),
  );
}

function peerLines(source: string): Line[] {
  return DockerfileParser.parse(source)
    .getInstructions()
    .map(instruction => ({
      keyword: instruction.getKeyword(),
      line: instruction.getRange().start.line + 1,
      endLine: instruction.getRange().end.line + 1,
    }));
}

const words = fc
  .array(
    fc.constantFrom(
      'golang:1.27-alpine',
      './cmd/...',
      '"a b"',
      "'it''s'",
      '${V:-1}',
      '--flag=value',
      '["a", "b c"]',
      '\\\n    next',
      '\\\n# a comment between\n    next',
      '\\\n\n    after a blank line',
      '&& true',
      'é',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(list => list.join(' '));

const plainInstruction = fc
  .tuple(
    fc.constantFrom(
      'FROM',
      'RUN',
      'COPY',
      'ADD',
      'ENV',
      'ARG',
      'LABEL',
      'CMD',
      'ENTRYPOINT',
      'WORKDIR',
      'user',
      'Expose',
      'ONBUILD RUN',
    ),
    words,
  )
  .map(([keyword, rest]) => `${keyword} ${rest}`);

const heredoc = fc
  .tuple(
    fc.constantFrom('RUN', 'COPY'),
    fc.constantFrom(['<<EOF', 'EOF'], ["<<'EOF'", 'EOF'], ['<<-END', '\tEND']),
    fc.array(
      fc.constantFrom('FROM x', '# no comment', '', 'go build \\', '$A'),
    ),
  )
  .map(([keyword, [start, end], body]) =>
    [
      `${keyword} ${start}${keyword === 'COPY' ? ' /x' : ''}`,
      ...body,
      end,
    ].join('\n'),
  );

const dockerfile = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: plainInstruction },
      { weight: 1, arbitrary: heredoc },
      fc.constantFrom('# a comment', '', '   '),
    ),
    { minLength: 1, maxLength: 15 },
  )
  .map(lines => `# syntax=docker/dockerfile:1\nFROM a\n${lines.join('\n')}\n`);

describe('parseDockerfile beside dockerfile-ast', () => {
  it('finds the same instructions on the same lines', () => {
    fc.assert(
      fc.property(dockerfile, source => {
        expect(ownLines(source)).toEqual(peerLines(source));
      }),
      { numRuns: 300 },
    );
  });
});
