/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import { parseDockerfile } from './parseDockerfile';
import { parseShell } from './parseShell';
import { mountProblems, readMounts } from './readMounts';
import { sourceOffset } from './sourceOffset';
import { stageGraph } from './stageGraph';
import { Instruction } from './types';

const piece = fc.constantFrom(
  ...['FROM golang:1.27 AS build\n', 'RUN go build \\\n', '# comment\n', '\n'],
  ...['COPY --from=build ["a b", "c"]\n', 'ENV A=1 B="x y"\n', 'ARG V\n'],
  ...['RUN <<EOF\n', 'EOF\n', 'RUN --mount=type=cache,target=/x ', '&& b\n'],
  ...['# escape=`\n', '`\n', '\\\n', '\r\n', '\uFEFF', '\t', ' ', '"', "'"],
  ...['ONBUILD COPY . .\n', 'HEALTHCHECK CMD x\n', 'FORM x\n', '${A:-', '}'],
  ...['<<-"E F"\n', 'E F\n', '😀', '\u0000', '[', ']', '$(', ')', 'x'],
);

const anySource = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

/** Every place that an instruction names, with what should be there. */
function places(instruction: Instruction): [number, number, string?][] {
  const { keywordSpan, span, flags, words, heredocs, pairs } = instruction;
  return [
    [span.start, span.end],
    [keywordSpan.start, keywordSpan.end],
    ...flags.map((flag): [number, number] => [flag.span.start, flag.span.end]),
    ...words.map((word): [number, number] => [word.span.start, word.span.end]),
    ...heredocs.map((heredoc): [number, number, string?] => [
      heredoc.bodySpan.start,
      heredoc.bodySpan.end,
      heredoc.stripTabs ? undefined : heredoc.body,
    ]),
    ...(pairs ?? []).map((pair): [number, number] => [
      pair.nameSpan.start,
      pair.nameSpan.end,
    ]),
    ...(instruction.trigger ? places(instruction.trigger) : []),
  ];
}

describe('any text as a Dockerfile', () => {
  it('gives instructions in order, with spans inside the text', () => {
    fc.assert(
      fc.property(anySource, source => {
        const dockerfile = parseDockerfile(source);
        let end = 0;
        for (const instruction of dockerfile.instructions) {
          expect(instruction.span.start).toBeGreaterThanOrEqual(end);
          end = instruction.span.end;
          for (const [from, to, text] of places(instruction)) {
            expect(from).toBeGreaterThanOrEqual(instruction.span.start);
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(instruction.span.end);
            expect(source.slice(from, to)).toBe(text ?? source.slice(from, to));
          }
        }
        for (const { span, line } of dockerfile.problems) {
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(source.length);
          expect(line).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('maps every character of an instruction to the same one of the file', () => {
    fc.assert(
      fc.property(anySource, source => {
        for (const instruction of parseDockerfile(source).instructions) {
          for (const { text, source: from, length } of instruction.textMap) {
            expect(source.slice(from, from + length)).toBe(
              instruction.text.slice(text, text + length),
            );
          }
          const mapped = Array.from(instruction.text, (_, offset) =>
            sourceOffset(instruction, offset),
          );
          expect(mapped).toEqual([...mapped].sort((a, b) => a - b));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps all that is neither comment nor blank', () => {
    fc.assert(
      fc.property(anySource, source => {
        const { instructions, directives } = parseDockerfile(source);
        let rest = '';
        let offset = 0;
        for (const { start, end } of instructions.map(({ span }) => span)) {
          rest += `${source.slice(offset, start)}\n`;
          offset = end;
        }
        rest += source.slice(offset);
        const lost = rest
          .split('\n')
          .map(line => line.replace(/[\s\uFEFF\\`]+/g, ''))
          .filter(line => line !== '' && !/^(?:#|\/\/)/.test(line));
        expect([lost, directives.length]).toEqual([[], directives.length]);
      }),
      { numRuns: 500 },
    );
  });

  it('is analysed to the end without an exception', () => {
    fc.assert(
      fc.property(anySource, source => {
        const dockerfile = parseDockerfile(source);
        const { reachable } = stageGraph(dockerfile);
        expect(dockerfile.stages).toEqual(expect.arrayContaining(reachable));
        for (const instruction of dockerfile.instructions) {
          expect(readMounts(instruction).length).toBeLessThanOrEqual(
            instruction.flags.length + (instruction.trigger?.flags.length ?? 0),
          );
          expect(Array.isArray(mountProblems(instruction))).toBe(true);
          for (const { span } of parseShell(dockerfile, instruction).commands) {
            expect(span.start).toBeGreaterThanOrEqual(instruction.span.start);
            expect(span.end).toBeLessThanOrEqual(instruction.span.end);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['continuations', 'RUN a \\\n'],
    ['comments in a continuation', 'RUN a \\\n# b\n'],
    ['heredocs', 'RUN <<A\nx\nA\n'],
    ['open heredocs', 'COPY <<A <<B /x\n'],
    ['flags', 'RUN --mount=type=cache,target=/x '],
    ['quotes', 'ENV A="\\"'],
    ['brackets', 'CMD ["a",'],
    ['variables', 'ENV A=${A:-${A:-'],
    ['substitutions', 'RUN $(`'],
    ['stages', 'FROM a AS b\n'],
    ['white space', ' \t'],
  ])('takes a megabyte of %s', (_, repeated) => {
    const source = repeated.repeat(Math.ceil(1_000_000 / repeated.length));
    const dockerfile = parseDockerfile(source);
    stageGraph(dockerfile);
    const last = dockerfile.instructions[dockerfile.instructions.length - 1];
    expect(last?.span.end ?? source.length).toBeLessThanOrEqual(source.length);
  });
});
