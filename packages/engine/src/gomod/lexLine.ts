/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';

/** A token of a go.mod line: an identifier, a quoted string or punctuation. */
export interface Token {
  text: string;
  span: Span;
}

/** One line of a go.mod, cut into tokens. */
export interface LexedLine {
  tokens: Token[];
  /** The `//` comment that ends the line, its slashes included. */
  comment?: Token;
  /** What the go command rejects; the tokens before it are kept. */
  error?: { message: string; offset: number };
}

const PUNCTUATION = '()[]{},';

/** What Go's `unicode.IsPrint` accepts, apart from the space. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u;

/**
 * Cuts `source.slice(start, end)`, which holds no line break, into tokens.
 * Grammar: https://go.dev/ref/mod#go-mod-file-lexical
 */
export function lexLine(source: string, start: number, end: number): LexedLine {
  const tokens: Token[] = [];
  let offset = start;
  while (offset < end) {
    const character = source[offset];
    if (character === ' ' || character === '\t' || character === '\r') {
      offset++;
      continue;
    }
    if (source.startsWith('//', offset)) {
      return { tokens, comment: tokenAt(source, offset, end) };
    }
    const tokenEnd = readToken(source, offset, end);
    if (typeof tokenEnd === 'string') {
      return { tokens, error: { message: tokenEnd, offset } };
    }
    tokens.push(tokenAt(source, offset, tokenEnd));
    offset = tokenEnd;
  }
  return { tokens };
}

function tokenAt(source: string, start: number, end: number): Token {
  return { text: source.slice(start, end), span: { start, end } };
}

/** The end of the token at `start`, or what is wrong with it. */
function readToken(
  source: string,
  start: number,
  end: number,
): number | string {
  const first = source[start];
  if (PUNCTUATION.includes(first)) {
    return start + 1;
  }
  if (first === '"' || first === '`') {
    return readQuoted(source, start, end);
  }
  let offset = start;
  while (offset < end) {
    if (source.startsWith('//', offset)) {
      break;
    }
    if (source.startsWith('/*', offset)) {
      return 'mod files must use // comments (not /* */ comments)';
    }
    const character = String.fromCodePoint(source.codePointAt(offset)!);
    if (PUNCTUATION.includes(character) || !PRINTABLE.test(character)) {
      break;
    }
    offset += character.length;
  }
  return offset > start
    ? offset
    : `unexpected input character ${describe(source.codePointAt(start)!)}`;
}

function readQuoted(
  source: string,
  start: number,
  end: number,
): number | string {
  const quote = source[start];
  for (let offset = start + 1; offset < end; offset++) {
    if (source[offset] === quote) {
      return offset + 1;
    }
    if (source[offset] === '\\' && quote === '"') {
      offset++;
    }
  }
  return end < source.length
    ? 'unexpected newline in string'
    : 'unexpected EOF in string';
}

function describe(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
