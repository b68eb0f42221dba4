/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isSpace, skipSeparators } from './whiteSpace';

/** A `--name=value` word in front of an instruction's arguments. */
export interface FlagWord {
  start: number;
  end: number;
  /** The word without quotes and escapes. */
  text: string;
  /** Offset in the line of what follows the first `=`; undefined without one. */
  valueStart?: number;
}

/** Flags, and where the arguments begin. */
export interface SplitFlags {
  flags: FlagWord[];
  rest: number;
}

/**
 * Takes the leading `--` words off an instruction. A bare `--` ends them.
 * BuildKit goes byte by byte here, so a no-break space ends a flag, but no flag
 * is looked for behind other white space beyond ASCII.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/split_command.go
 */
export function splitFlags(
  line: string,
  start: number,
  end: number,
  escape: string,
): SplitFlags {
  const flags: FlagWord[] = [];
  let position = skipSeparators(line, start, end);
  while (line.startsWith('--', position) && position + 1 < end) {
    const word = readFlag(line, position, end, escape);
    if (word.text === '--') {
      return { flags, rest: word.end };
    }
    flags.push(word);
    position = skipSeparators(line, skipWide(line, word.end, end), end);
  }
  return { flags, rest: position };
}

function readFlag(
  line: string,
  start: number,
  end: number,
  escape: string,
): FlagWord {
  const pieces: string[] = [];
  let pieceStart = start;
  let quote: string | undefined;
  let valueStart: number | undefined;
  let position = start;
  const drop = (from: number, to: number) => {
    pieces.push(line.slice(pieceStart, from));
    pieceStart = to;
  };
  for (; position < end; position++) {
    const character = line[position];
    if (quote === undefined && isByteSpace(line.charCodeAt(position))) {
      break;
    }
    if (character === escape) {
      drop(position, position + 1);
      if (position + 1 < end) {
        position++;
      }
    } else if (character === quote) {
      drop(position, position + 1);
      quote = undefined;
    } else if (
      quote === undefined &&
      (character === "'" || character === '"')
    ) {
      drop(position, position + 1);
      quote = character;
    }
    if (line[position] === '=') {
      valueStart ??= position + 1;
    }
  }
  pieces.push(line.slice(pieceStart, position));
  return { start, end: position, text: pieces.join(''), valueStart };
}

/** White space whose last byte in UTF-8 is white space in Latin-1 as well. */
function isByteSpace(code: number): boolean {
  return code <= 0xa0 && isSpace(code);
}

function skipWide(line: string, position: number, end: number): number {
  return position < end && line.charCodeAt(position) >= 0x80
    ? position + 1
    : position;
}
