/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from './LineIndex';
import { MappedText, MappedTextBuilder } from './mappedText';
import { isSpace, skipSpaces } from './whiteSpace';

/** A physical line: content without its line break, and where the next begins. */
export interface PhysicalLine {
  /** 1-based. */
  line: number;
  start: number;
  /** End of the content, line break excluded. */
  end: number;
  /** End of the line, line break included. */
  next: number;
}

/** One instruction's lines, joined. */
export interface LogicalLine {
  mapped: MappedText;
  startLine: number;
  endLine: number;
  /** End of the last line, without its line break. */
  end: number;
  emptyContinuation?: PhysicalLine;
}

/** Walks over the lines of a Dockerfile. */
export class LineReader {
  readonly #source: string;
  readonly #lines: LineIndex;
  #line = 0;

  constructor(source: string, lines: LineIndex) {
    this.#source = source;
    this.#lines = lines;
  }

  /** The next physical line, and steps over it. */
  next(): PhysicalLine | undefined {
    if (this.#line >= this.#lines.count) {
      return undefined;
    }
    this.#line++;
    const { start, end: next } = this.#lines.lineSpan(this.#line);
    let end = next;
    while (end > start && isLineBreak(this.#source.charCodeAt(end - 1))) {
      end--;
    }
    // A byte order mark is no part of the first line.
    const mark = this.#line === 1 && this.#source.startsWith('\uFEFF') ? 1 : 0;
    return { line: this.#line, start: start + mark, end, next };
  }

  /**
   * Joins the line `first` with the lines that it continues on. Comment and
   * empty lines between them are skipped. `undefined` for a blank line.
   */
  readLogicalLine(
    first: PhysicalLine,
    escape: string,
  ): LogicalLine | undefined {
    const source = this.#source;
    const builder = new MappedTextBuilder(source);
    const start = skipSpaces(source, first.start, first.end);
    let contentEnd = this.#continuationStart(start, first.end, escape);
    if (contentEnd === undefined && start === first.end) {
      return undefined;
    }
    builder.addSource(start, contentEnd ?? first.end);
    let last = first;
    let emptyContinuation: PhysicalLine | undefined;
    while (contentEnd !== undefined) {
      const line = this.next();
      if (!line) {
        break;
      }
      last = line;
      const content = skipSpaces(source, line.start, line.end);
      if (source[content] === '#' && content < line.end) {
        continue;
      }
      if (content === line.end) {
        emptyContinuation = line;
        continue;
      }
      contentEnd = this.#continuationStart(line.start, line.end, escape);
      builder.addSource(line.start, contentEnd ?? line.end);
    }
    return {
      mapped: builder.build(start),
      startLine: first.line,
      endLine: last.line,
      end: last.end,
      emptyContinuation,
    };
  }

  /**
   * Where the escape character stands that continues the line: at its end, but
   * for blanks and tabs, and not behind another one. BuildKit looks back one
   * character only, so an escaped escape character does not count either.
   */
  #continuationStart(
    start: number,
    end: number,
    escape: string,
  ): number | undefined {
    let position = end;
    while (
      position > start &&
      (this.#source[position - 1] === ' ' ||
        this.#source[position - 1] === '\t')
    ) {
      position--;
    }
    position--;
    if (position < start || this.#source[position] !== escape) {
      return undefined;
    }
    if (position > start && this.#source[position - 1] === escape) {
      return undefined;
    }
    return position;
  }
}

/** Whether a line is a comment: `#` behind optional white space. */
export function isComment(source: string, line: PhysicalLine): boolean {
  let position = line.start;
  while (position < line.end && isSpace(source.charCodeAt(position))) {
    position++;
  }
  return position < line.end && source[position] === '#';
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}
