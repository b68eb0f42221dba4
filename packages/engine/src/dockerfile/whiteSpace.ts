/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * White space as Go's `unicode.IsSpace` sees it, which is what BuildKit trims
 * with. JavaScript's `\s` differs: it has U+FEFF and lacks U+0085.
 * https://pkg.go.dev/unicode#IsSpace
 */
export function isSpace(code: number): boolean {
  if (code <= 0x20) {
    return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  }
  if (code < 0x85) {
    return false;
  }
  return (
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/**
 * What separates the keyword and the words of list instructions: tab, vertical
 * tab, form feed, carriage return and blank, and no Unicode space.
 */
function isSeparator(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0x0b ||
    code === 0x0c ||
    code === 0x0d
  );
}

/** First offset in `[start, end)` that is no white space, else `end`. */
export function skipSpaces(text: string, start: number, end: number): number {
  let position = start;
  while (position < end && isSpace(text.charCodeAt(position))) {
    position++;
  }
  return position;
}

/** End of `[start, end)` without trailing white space; `start` if all is. */
export function trimEndOf(text: string, start: number, end: number): number {
  let position = end;
  while (position > start && isSpace(text.charCodeAt(position - 1))) {
    position--;
  }
  return position;
}

/** Offset of the next separator in `[start, end)`, else `end`. */
export function findSeparator(
  text: string,
  start: number,
  end: number,
): number {
  let position = start;
  while (position < end && !isSeparator(text.charCodeAt(position))) {
    position++;
  }
  return position;
}

/** First offset in `[start, end)` that is no separator, else `end`. */
export function skipSeparators(
  text: string,
  start: number,
  end: number,
): number {
  let position = start;
  while (position < end && isSeparator(text.charCodeAt(position))) {
    position++;
  }
  return position;
}
