/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellLexer } from './ShellLexer';

/** A `<<NAME` word of an instruction. */
export interface HeredocWord {
  name: string;
  stripTabs: boolean;
  expand: boolean;
  fileDescriptor: number;
}

/** What {@link findHeredocWords} found. */
export interface HeredocWords {
  heredocs: HeredocWord[];
  error?: string;
}

/**
 * The heredocs that a logical line opens. BuildKit splits the whole line like a
 * shell, always with the backslash as escape; a line that cannot be split, such
 * as one with an open quote, opens none.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/parser.go
 */
export function findHeredocWords(line: string): HeredocWords {
  if (!line.includes('<<')) {
    return { heredocs: [] };
  }
  const { words } = lex(line, { rawQuotes: true, rawEscapes: true });
  const heredocs: HeredocWord[] = [];
  for (const word of words) {
    const { heredoc, error } = parseHeredocWord(word);
    if (error !== undefined) {
      return { heredocs, error };
    }
    if (heredoc) {
      heredocs.push(heredoc);
    }
  }
  return { heredocs };
}

/** Reads one word as `<<NAME`; no heredoc when it is something else. */
export function parseHeredocWord(word: string): {
  heredoc?: HeredocWord;
  error?: string;
} {
  const match = /^([0-9]*)<<(-?)[\t\n\f\r ]*(?![\t\n\f\r ])([^<]*)$/.exec(word);
  if (!match || match[3] === '') {
    return {};
  }
  const [, fileDescriptor, dash, rest] = match;
  const unquoted = lex(rest, {});
  if (unquoted.error !== undefined) {
    return { error: unquoted.error };
  }
  if (unquoted.words.length !== 1) {
    return {};
  }
  const quoted = lex(rest, { rawQuotes: true });
  if (quoted.words.length !== 1) {
    return {};
  }
  return {
    heredoc: {
      name: unquoted.words[0],
      stripTabs: dash === '-',
      // A quote that is gone without raw quotes was part of the syntax.
      expand: countQuotes(unquoted.words[0]) === countQuotes(quoted.words[0]),
      fileDescriptor: toFileDescriptor(fileDescriptor),
    },
  };
}

function lex(
  text: string,
  options: { rawQuotes?: boolean; rawEscapes?: boolean },
) {
  return ShellLexer.run(text, {
    ...options,
    escape: '\\',
    skipUnset: true,
    lookUp: () => undefined,
  });
}

function countQuotes(text: string): number {
  let count = 0;
  for (const character of text) {
    if (character === "'" || character === '"') {
      count++;
    }
  }
  return count;
}

function toFileDescriptor(digits: string): number {
  return digits === '' ? 0 : Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}
