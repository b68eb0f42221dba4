/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { DirectiveReader, findForeignSyntax } from './directives';
import { LineIndex } from './LineIndex';
import { isComment, LineReader, LogicalLine } from './LineReader';
import { parseInstruction } from './parseInstruction';
import { ProblemList } from './ProblemList';
import { readHeredocs } from './readHeredocs';
import { readStages } from './readStages';
import { Directive, Dockerfile, Instruction } from './types';
import { skipSpaces } from './whiteSpace';

/**
 * BuildKit reads lines of at most this many bytes:
 * https://pkg.go.dev/bufio#MaxScanTokenSize
 */
const MAXIMUM_LINE_BYTES = 65535;

/**
 * Parses a Dockerfile. Never fails: what BuildKit would reject is in
 * `problems`, and everything around it is still there.
 *
 * @public
 */
export function parseDockerfile(
  source: string,
  options?: { path?: string },
): Dockerfile {
  const lines = new LineIndex(source);
  const problems = new ProblemList(lines);
  const directives = new DirectiveReader(problems);
  const reader = new LineReader(source, lines);
  const instructions: Instruction[] = [];

  checkLineLengths(source, lines, problems);
  for (let first = reader.next(); first; first = reader.next()) {
    const start = skipSpaces(source, first.start, first.end);
    directives.read({ source, start, end: first.end, line: first.line });
    if (isComment(source, first)) {
      continue;
    }
    const line = reader.readLogicalLine(first, directives.escape);
    if (!line) {
      continue;
    }
    checkContinuation(line, problems);
    const instruction = parseInstruction({
      mapped: line.mapped,
      escape: directives.escape,
      line: line.startLine,
      endLine: line.endLine,
      end: line.end,
      problems,
    });
    readHeredocs(instruction, { source, reader, line, problems });
    instructions.push(instruction);
  }

  const { stages, globalArguments } = readStages(instructions, problems);
  checkContent({ source, instructions, stages }, problems);
  return {
    path: options?.path ?? 'Dockerfile',
    source,
    escape: directives.escape,
    directives: withForeignSyntax(directives.directives, source, lines),
    instructions,
    globalArguments,
    stages,
    problems: sortProblems(problems.problems),
  };
}

function withForeignSyntax(
  directives: readonly Directive[],
  source: string,
  lines: LineIndex,
): Directive[] {
  const syntax = directives.some(({ name }) => name === 'syntax')
    ? undefined
    : findForeignSyntax(source, lines);
  return syntax ? [syntax, ...directives] : [...directives];
}

function checkContinuation(line: LogicalLine, problems: ProblemList): void {
  if (line.emptyContinuation) {
    const { start, end } = line.emptyContinuation;
    problems.warning(
      'empty-continuation',
      { start, end },
      'Empty continuation line found. Empty continuation lines will become errors in a future release',
    );
  }
}

function checkContent(
  {
    source,
    instructions,
    stages,
  }: Pick<Dockerfile, 'source' | 'instructions' | 'stages'>,
  problems: ProblemList,
): void {
  const nowhere = { start: 0, end: 0 };
  if (source === '') {
    problems.error('empty-file', nowhere, 'the Dockerfile cannot be empty');
  } else if (instructions.length === 0) {
    problems.error('no-instructions', nowhere, 'file with no instructions');
  } else if (stages.length === 0) {
    problems.error(
      'no-stages',
      nowhere,
      'dockerfile contains no stages to build',
    );
  }
}

function checkLineLengths(
  source: string,
  lines: LineIndex,
  problems: ProblemList,
): void {
  for (let line = 1; line <= lines.count; line++) {
    const { start, end } = lines.lineSpan(line);
    // A UTF-16 code unit is three bytes of UTF-8 at most.
    if ((end - start) * 3 <= MAXIMUM_LINE_BYTES) {
      continue;
    }
    const bytes = countBytes(source, start, end);
    const limit = source[end - 1] === '\n' ? 1 : 0;
    if (bytes > MAXIMUM_LINE_BYTES + limit) {
      problems.error(
        'line-too-long',
        { start, end: end - limit },
        `dockerfile line greater than max allowed size of ${MAXIMUM_LINE_BYTES}`,
      );
    }
  }
}

function countBytes(source: string, start: number, end: number): number {
  let bytes = 0;
  for (let position = start; position < end; position++) {
    const code = source.charCodeAt(position);
    if (code < 0x80) {
      bytes += 1;
    } else if (code < 0x800 || (code >= 0xd800 && code < 0xe000)) {
      bytes += 2;
    } else {
      bytes += 3;
    }
  }
  return bytes;
}

function sortProblems(problems: Dockerfile['problems']) {
  return problems
    .map((problem, index) => ({ problem, index }))
    .sort(
      (left, right) =>
        left.problem.span.start - right.problem.span.start ||
        left.index - right.index,
    )
    .map(({ problem }) => problem);
}
