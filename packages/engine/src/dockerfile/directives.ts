/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from './LineIndex';
import { ProblemList } from './ProblemList';
import { Directive } from './types';
import { isSpace } from './whiteSpace';

const DIRECTIVE_NAMES = ['syntax', 'escape', 'check'];

/** A line without its line break: `source.slice(start, end)`. */
export interface DirectiveLine {
  source: string;
  start: number;
  end: number;
  line: number;
}

/**
 * Reads the parser directives at the top of a file. The first line that is none
 * ends them, a comment or blank line too; what looks like a directive behind it
 * is a comment.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/directives.go
 */
export class DirectiveReader {
  readonly directives: Directive[] = [];
  readonly #problems: ProblemList;
  readonly #seen = new Set<string>();
  #done = false;
  #escape: '\\' | '`' = '\\';

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  get escape(): '\\' | '`' {
    return this.#escape;
  }

  read(line: DirectiveLine): void {
    if (this.#done) {
      return;
    }
    const directive = parseDirective(line, '#');
    if (!directive) {
      this.#done = true;
      return;
    }
    const { name, value, span } = directive;
    if (this.#seen.has(name)) {
      this.#problems.error(
        'duplicate-directive',
        span,
        `only one ${name} parser directive can be used`,
      );
      return;
    }
    this.#seen.add(name);
    this.directives.push(directive);
    if (name === 'escape') {
      if (value === '\\' || value === '`') {
        this.#escape = value;
      } else {
        this.#problems.error(
          'invalid-escape',
          span,
          `invalid escape token '${value}' does not match \` or \\`,
        );
      }
    }
  }
}

/**
 * The syntax directive that BuildKit finds but its Dockerfile parser does not:
 * behind a `#!` line, or written as `// syntax = …`.
 */
export function findForeignSyntax(
  source: string,
  lines: LineIndex,
): Directive | undefined {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  const first = source.startsWith('#!', mark) ? 2 : 1;
  for (const prefix of ['#', '//'] as const) {
    for (let line = first; line <= lines.count; line++) {
      const span = lines.lineSpan(line);
      const start = line === 1 ? span.start + mark : span.start;
      const end = source[span.end - 1] === '\n' ? span.end - 1 : span.end;
      const directive = parseDirective({ source, start, end, line }, prefix);
      if (!directive) {
        break;
      }
      if (directive.name === 'syntax') {
        return directive;
      }
    }
  }
  return undefined;
}

/** Reads one line as `# name = value`. */
function parseDirective(
  line: DirectiveLine,
  prefix: '#' | '//',
): Directive | undefined {
  const { source, start, end } = line;
  if (!source.startsWith(prefix, start) || start >= end) {
    return undefined;
  }
  let position = start + prefix.length;
  while (position < end && isSpace(source.charCodeAt(position))) {
    position++;
  }
  const text = source.slice(position, end);
  const equals = text.indexOf('=');
  if (equals < 0) {
    return undefined;
  }
  const name = trimAscii(text.slice(0, equals), 'end');
  const written = text.slice(equals + 1);
  // BuildKit's pattern takes one character at least, a blank if need be.
  const value = trimAscii(written, 'both') || written.slice(-1);
  if (!/^[a-zA-Z][a-zA-Z0-9]*$/.test(name) || value === '') {
    return undefined;
  }
  const key = name.toLowerCase();
  if (!DIRECTIVE_NAMES.includes(key)) {
    return undefined;
  }
  return { name: key, value, span: { start, end }, line: line.line };
}

function trimAscii(text: string, side: 'end' | 'both'): string {
  const blank = (index: number) => '\t\n\f\r '.includes(text[index]);
  let from = 0;
  let to = text.length;
  while (to > from && blank(to - 1)) {
    to--;
  }
  while (side === 'both' && from < to && blank(from)) {
    from++;
  }
  return text.slice(from, to);
}
