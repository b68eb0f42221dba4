/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile, Instruction, ShellCommand } from '../dockerfile/types';
import { Span } from '../span';
import { applyEdits } from './applyEdits';
import { lineBreakOf } from './insertYamlEntry';
import { TextEdit } from './types';
import { startOfLine } from './startOfLine';

type Source = Pick<Dockerfile, 'source'>;

/**
 * The lines of an instruction, with the comments right above it; undefined
 * where it does not start its line.
 */
function blockOf(
  { source }: Source,
  { span }: Instruction,
): { start: number; end: number; indent: string } | undefined {
  const lineStart = startOfLine(source, span.start);
  const indent = source.slice(lineStart, span.start);
  if (!/^[ \t]*$/.test(indent)) {
    return undefined;
  }
  let start = lineStart;
  while (start > 0) {
    const above = startOfLine(source, start - 1);
    if (!/^[ \t]*#/.test(source.slice(above, start))) {
      break;
    }
    start = above;
  }
  const end = source.indexOf('\n', Math.max(span.end - 1, span.start));
  return { start, end: end < 0 ? source.length : end + 1, indent };
}

/**
 * Inserts instructions in front of another one and the comments above it. Where
 * an empty line sets that one off, it sets off both.
 */
export function insertInstructions(
  dockerfile: Source,
  before: Instruction,
  instructions: readonly string[],
): TextEdit | undefined {
  const { source } = dockerfile;
  const block = blockOf(dockerfile, before);
  if (!block || instructions.length === 0) {
    return undefined;
  }
  const lineBreak = lineBreakOf(source);
  const above = source.slice(
    startOfLine(source, Math.max(block.start - 1, 0)),
    block.start,
  );
  const text = instructions
    .map(line => `${block.indent}${line}${lineBreak}`)
    .join('');
  return {
    span: { start: block.start, end: block.start },
    text: above.trim() === '' ? text + lineBreak : text,
  };
}

/** Inserts instructions in the lines behind another one. */
export function insertAfterInstruction(
  dockerfile: Source,
  after: Instruction,
  instructions: readonly string[],
): TextEdit | undefined {
  const { source } = dockerfile;
  const block = blockOf(dockerfile, after);
  if (!block || instructions.length === 0) {
    return undefined;
  }
  const lineBreak = lineBreakOf(source);
  const isOpen = !source.slice(0, block.end).endsWith('\n');
  return {
    span: { start: block.end, end: block.end },
    text:
      (isOpen ? lineBreak : '') +
      instructions.map(line => `${block.indent}${line}${lineBreak}`).join(''),
  };
}

/** Removes an instruction, with the comments that are about it alone. */
export function removeInstruction(
  dockerfile: Source,
  instruction: Instruction,
): TextEdit | undefined {
  return take(dockerfile, instruction, { edits: [], isMoved: false })?.edit;
}

/**
 * Removes an instruction to put it elsewhere, with the comments right above it,
 * and with edits of its own.
 */
export function takeInstruction(
  dockerfile: Source,
  instruction: Instruction,
  edits: readonly TextEdit[] = [],
): { text: string; edit: TextEdit } | undefined {
  return take(dockerfile, instruction, { edits, isMoved: true });
}

function take(
  dockerfile: Source,
  instruction: Instruction,
  { edits, isMoved }: { edits: readonly TextEdit[]; isMoved: boolean },
): { text: string; edit: TextEdit } | undefined {
  const { source } = dockerfile;
  const block = blockOf(dockerfile, instruction);
  if (!block) {
    return undefined;
  }
  const own = startOfLine(source, instruction.span.start);
  const below = source.slice(block.end, endOfLine(source, block.end));
  // Comments above several instructions in a row are about all of them.
  const hasOwnComments =
    block.start < own &&
    (isMoved || below.trim() === '' || /^[ \t]*#/.test(below));
  const start = hasOwnComments ? block.start : own;
  const isSetOff =
    start === 0 ||
    source.slice(startOfLine(source, start - 1), start).trim() === '';
  const end =
    isSetOff && below.trim() === '' && block.end < source.length
      ? endOfLine(source, block.end)
      : block.end;
  return {
    text: applyEdits(
      source.slice(start, instruction.span.end),
      edits.map(({ span, text }) => ({
        span: { start: span.start - start, end: span.end - start },
        text,
      })),
    ).trimStart(),
    edit: { span: { start, end }, text: '' },
  };
}

/**
 * Removes one command of several of a RUN, with the `&&` or the line that it
 * stands in. Undefined where others depend on it in another way.
 */
export function removeChainedCommand(
  { source }: Source,
  commands: readonly ShellCommand[],
  command: ShellCommand,
): TextEdit | undefined {
  const index = commands.indexOf(command);
  const before = commands[index - 1];
  const next = commands[index + 1];
  if (
    command.piped ||
    command.substituted ||
    before?.piped ||
    command.after === '||' ||
    next?.after === '||'
  ) {
    return undefined;
  }
  const gap = (from: Span, to: Span) => source.slice(from.end, to.start);
  const chained =
    /^\s*(?:[\\`](?=[^\S\n]*\n)\s*)?(?:&&|;)\s*(?:[\\`](?=[^\S\n]*\n)\s*)?$/;
  if (next && chained.test(gap(command.span, next.span))) {
    return {
      span: { start: command.span.start, end: next.span.start },
      text: '',
    };
  }
  if (
    before &&
    command.after === '&&' &&
    chained.test(gap(before.span, command.span)) &&
    /^[ \t]*\r?(?:\n|$)/.test(source.slice(command.span.end))
  ) {
    return {
      span: { start: before.span.end, end: command.span.end },
      text: '',
    };
  }
  return undefined;
}

/** Behind the line break. */
function endOfLine(source: string, offset: number): number {
  const found = source.indexOf('\n', offset);
  return found < 0 ? source.length : found + 1;
}
