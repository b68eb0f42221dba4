/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Token } from './lexLine';

/** The value of an argument, or what the go command says against it. */
export type TextResult = { value: string } | { error: string };

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

const ESCAPE =
  /\\(?:([abfnrtv\\"])|x([0-9A-Fa-f]{2})|([0-7]{3})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/y;

/**
 * Unquotes an argument of a go.mod. The reference promises raw strings in
 * backquotes as well; the go command rejects them as of Go 1.27, and so does
 * this reader, with the go command's words.
 */
export function readText({ text }: Token): TextResult {
  if (text.startsWith('"')) {
    const value = unquote(text.slice(1, -1));
    return value === undefined
      ? { error: 'invalid quoted string: invalid syntax' }
      : { value };
  }
  return /["'`]/.test(text)
    ? { error: 'invalid quoted string: unquoted string cannot contain quote' }
    : { value: text };
}

/** Interprets the escapes of a Go string literal. */
function unquote(body: string): string | undefined {
  let value = '';
  let offset = 0;
  while (offset < body.length) {
    if (body[offset] !== '\\') {
      value += body[offset++];
      continue;
    }
    ESCAPE.lastIndex = offset;
    const match = ESCAPE.exec(body);
    const decoded = match && decodeEscape(match);
    if (!match || decoded === undefined) {
      return undefined;
    }
    value += decoded;
    offset = ESCAPE.lastIndex;
  }
  return value;
}

function decodeEscape(match: RegExpExecArray): string | undefined {
  const [, simple, hex, octal, short, long] = match;
  if (simple) {
    return SIMPLE_ESCAPES[simple];
  }
  const codePoint = octal
    ? parseInt(octal, 8)
    : parseInt(hex ?? short ?? long, 16);
  const limit = octal ? 0xff : 0x10ffff;
  const surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint > limit || surrogate
    ? undefined
    : String.fromCodePoint(codePoint);
}
