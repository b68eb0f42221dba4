/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile, Instruction } from '../dockerfile/types';
import { lineBreakOf } from './insertYamlEntry';
import { TextEdit } from './types';

/** From here on a RUN with its flags is easier to read in several lines. */
const longLine = 100;

/**
 * Gives a RUN further flags, behind those that it has. They stand as these do:
 * in one line, or each in a line of its own. Undefined for a RUN without
 * commands.
 */
export function insertRunFlags(
  { source, escape }: Pick<Dockerfile, 'source' | 'escape'>,
  instruction: Instruction,
  flags: readonly string[],
): TextEdit | undefined {
  const { keywordSpan, span } = instruction;
  const last = instruction.flags.at(-1);
  const at = last?.span.end ?? keywordSpan.end;
  const gap = /^[ \t]*(?:[\\`][ \t]*\r?\n[ \t]*)?/.exec(
    source.slice(at, span.end),
  )?.[0];
  if (
    flags.length === 0 ||
    !gap ||
    // Comments may stand in front of the next line, but not of this one.
    (!gap.includes('\n') && /^[\s#]/.test(source.slice(at + gap.length)))
  ) {
    return undefined;
  }
  const lineBreak = lineBreakOf(source);
  const indent = indentOf(source, instruction);
  const newLine = ` ${escape}${lineBreak}${indent}`;
  if (gap.includes('\n')) {
    // Without other flags the first one stays in the line of the keyword.
    const between = last ? gap : newLine;
    return {
      span: { start: at, end: at },
      text: (last ? between : ' ') + flags.join(between),
    };
  }
  const line = source.slice(keywordSpan.start, endOfLine(source, at));
  const added = flags.join(' ');
  const isLong =
    instruction.heredocs.length === 0 &&
    (/[\\`][ \t]*\r?\n/.test(source.slice(at, span.end)) ||
      line.length + added.length >= longLine ||
      instruction.flags.length + flags.length > 1);
  const between = isLong ? newLine : ' ';
  return {
    span: { start: at, end: at + gap.length },
    text: `${last && isLong ? between : ' '}${flags.join(between)}${between}`,
  };
}

/** The indentation of the lines that go on with an instruction. */
function indentOf(source: string, { span }: Instruction): string {
  const text = source.slice(span.start, span.end);
  return /[\\`][ \t]*\r?\n([ \t]+)\S/.exec(text)?.[1] ?? '    ';
}

function endOfLine(source: string, offset: number): number {
  const found = source.indexOf('\n', offset);
  return found < 0 ? source.length : found;
}
