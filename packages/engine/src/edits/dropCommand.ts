/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../dockerfile/types';
import { TextEdit } from './types';

/**
 * Takes a command out of a chain of `&&`, with the sign between it and the next
 * one, or the one before. Undefined where something else stands in between.
 */
export function dropCommand(
  source: string,
  commands: readonly ShellCommand[],
  command: ShellCommand,
): TextEdit | undefined {
  const index = commands.indexOf(command);
  const before = commands[index - 1];
  const next = commands[index + 1];
  if (command.piped || command.substituted || before?.piped) {
    return undefined;
  }
  if (
    next?.after === '&&' &&
    isChain(source.slice(command.span.end, next.span.start))
  ) {
    return {
      span: { start: command.span.start, end: next.span.start },
      text: '',
    };
  }
  return next?.after === undefined &&
    command.after === '&&' &&
    before &&
    !before.substituted &&
    isChain(source.slice(before.span.end, command.span.start))
    ? { span: { start: before.span.end, end: command.span.end }, text: '' }
    : undefined;
}

/** `&&` with blanks and line continuations around it. */
function isChain(text: string): boolean {
  return /^\s*(?:[\\`][ \t]*\r?\n\s*)?&&\s*(?:[\\`][ \t]*\r?\n\s*)?$/.test(
    text,
  );
}
