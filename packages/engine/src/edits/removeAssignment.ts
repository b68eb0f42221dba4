/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction, ShellCommand } from '../dockerfile/types';
import { Span } from '../span';
import { AssignmentText } from './locateAssignment';
import { removeLines } from './setValue';
import { TextEdit } from './types';
import { startOfLine } from './startOfLine';

/**
 * Takes one pair out of ENV or ARG; the whole instruction where it is the only
 * one. Undefined where a comment stands in between.
 */
export function removePair(
  source: string,
  instruction: Instruction,
  name: Span,
): TextEdit | undefined {
  const pairs = instruction.pairs ?? [];
  const index = pairs.findIndex(
    ({ nameSpan }) => nameSpan.start === name.start,
  );
  if (index < 0) {
    return undefined;
  }
  if (pairs.length === 1) {
    return isOwnLines(source, instruction.span)
      ? removeLines(source, instruction.span)
      : undefined;
  }
  const endOf = ({ valueSpan, nameSpan }: (typeof pairs)[number]) =>
    (valueSpan ?? nameSpan).end;
  const span =
    index === 0
      ? { start: name.start, end: pairs[1].nameSpan.start }
      : { start: endOf(pairs[index - 1]), end: endOf(pairs[index]) };
  const gap = source.slice(
    index === 0 ? endOf(pairs[0]) : span.start,
    index === 0 ? span.end : name.start,
  );
  return /^[\s\\`]*$/.test(gap) ? { span, text: '' } : undefined;
}

/**
 * Takes an assignment out of a shell command; the whole command where it does
 * nothing else. Undefined where what is left would not be a script.
 */
export function removeFromCommand(
  source: string,
  {
    text,
    command,
    instruction,
  }: {
    text: AssignmentText;
    command: Pick<ShellCommand, 'name' | 'arguments' | 'environment'> & {
      span: Span;
    };
    /** The RUN that the command is in, if it is in one. */
    instruction?: Instruction;
  },
): TextEdit | undefined {
  const start = text.name.start - text.quote.length;
  const end = text.value.end + text.quote.length;
  const isPrefix = command.environment.some(
    ({ name }) => name === source.slice(text.name.start, text.name.end),
  );
  if (isPrefix && command.name !== undefined) {
    const gap = /^[ \t]*(?:\\\r?\n[ \t]*)?/.exec(source.slice(end))?.[0] ?? '';
    return gap === ''
      ? undefined
      : { span: { start, end: end + gap.length }, text: '' };
  }
  const others = command.arguments.filter(
    ({ text: word }) => /=/.test(word) && !word.startsWith('-'),
  );
  if (others.length > 1) {
    const before = /(?<![ \t])[ \t]+$/.exec(source.slice(0, start))?.[0] ?? '';
    return before === ''
      ? undefined
      : { span: { start: start - before.length, end }, text: '' };
  }
  // An empty span is that of a command whose text is not the file's.
  return command.span.end > command.span.start
    ? removeCommand(source, command.span, instruction)
    : undefined;
}

function removeCommand(
  source: string,
  span: Span,
  instruction: Instruction | undefined,
): TextEdit | undefined {
  const next = /^[ \t]*(?:&&|;)[ \t]*(?:\\\r?\n[ \t]*)?(?!\s|#|;)/.exec(
    source.slice(span.end),
  );
  if (next) {
    return {
      span: { start: span.start, end: span.end + next[0].length },
      text: '',
    };
  }
  const isRun =
    instruction !== undefined &&
    instruction.heredocs.length === 0 &&
    span.end === instruction.span.end &&
    /^RUN(?:\s+--\S+)*\s+$/i.test(
      source.slice(instruction.span.start, span.start),
    );
  if (isRun && isOwnLines(source, instruction.span)) {
    return removeLines(source, instruction.span);
  }
  const isBody =
    instruction === undefined ||
    instruction.heredocs.some(
      ({ bodySpan }) =>
        bodySpan.start <= span.start && span.end <= bodySpan.end,
    );
  return isBody && isOwnLines(source, span)
    ? removeLines(source, span)
    : undefined;
}

/** Whether nothing else stands in the lines of a span. */
function isOwnLines(source: string, { start, end }: Span): boolean {
  const before = source.slice(startOfLine(source, start), start);
  const rest = source.slice(end);
  return /^[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(rest);
}

/**
 * Takes an entry out of a map or a list of YAML; with the key above it, where it
 * is the only entry.
 */
export function removeEntry(
  source: string,
  { name, value }: AssignmentText,
): TextEdit | undefined {
  const lines = removeLines(source, { start: name.start, end: value.end });
  const { start, end } = lines.span;
  if (
    !/^[ \t]*(?:- +)?["']?$/.test(source.slice(start, name.start)) ||
    !/^["']?[ \t]*(?:#.*)?\r?\n?$/.test(source.slice(value.end, end))
  ) {
    return undefined;
  }
  const aboveStart = startOfLine(source, start - 1);
  const above = /^( *(?:- +)?)[\w-]+:[ \t]*\r?\n$/.exec(
    start > 0 ? source.slice(aboveStart, start) : '',
  );
  const indent = / */.exec(source.slice(start))?.[0].length ?? 0;
  const below = /^ */.exec(source.slice(end))?.[0].length ?? 0;
  const hasMore =
    below === indent &&
    (source[start + indent] === '-') === (source[end + indent] === '-') &&
    end < source.length;
  if (!above || hasMore) {
    return lines;
  }
  const [, before] = above;
  if (!before.includes('-')) {
    return { span: { start: aboveStart, end }, text: '' };
  }
  // The next key of the item comes behind its dash.
  const length = before.length;
  return below === length && /[\w"']/.test(source[end + length] ?? '')
    ? {
        span: { start: aboveStart + length, end: end + length },
        text: '',
      }
    : undefined;
}
