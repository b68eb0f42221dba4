/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findHeredocWords, HeredocWord } from './heredocWords';
import { LineReader, LogicalLine } from './LineReader';
import { ProblemList } from './ProblemList';
import { Heredoc, Instruction } from './types';

/** What {@link readHeredocs} reads from. */
export interface HeredocContext {
  source: string;
  reader: LineReader;
  line: LogicalLine;
  problems: ProblemList;
}

/**
 * Reads the heredoc bodies behind an instruction and adds them to it. Only ADD,
 * COPY and RUN have heredocs, also as ONBUILD triggers, and not in JSON form.
 */
export function readHeredocs(
  instruction: Instruction,
  context: HeredocContext,
): void {
  const target = instruction.trigger ?? instruction;
  const { keyword } = target;
  if (keyword !== 'ADD' && keyword !== 'COPY' && keyword !== 'RUN') {
    return;
  }
  // BuildKit looks at the ONBUILD node, which has no JSON mark of its own child.
  if (target.json) {
    return;
  }
  const { heredocs: words, error } = findHeredocWords(context.line.mapped.text);
  if (error !== undefined) {
    context.problems.error('invalid-heredoc', instruction.keywordSpan, error);
  }
  if (words.length === 0) {
    return;
  }
  const heredocs = words.map(word => readHeredoc(word, instruction, context));
  for (const node of new Set([instruction, target])) {
    node.heredocs = heredocs;
    node.endLine = context.line.endLine;
    node.span = { start: node.span.start, end: context.line.end };
  }
}

function readHeredoc(
  word: HeredocWord,
  instruction: Instruction,
  { source, reader, line, problems }: HeredocContext,
): Heredoc {
  let bodyStart: number | undefined;
  let bodyEnd = line.end;
  let terminated = false;
  for (let next = reader.next(); next; next = reader.next()) {
    bodyStart ??= next.start;
    line.endLine = next.line;
    line.end = next.end;
    let start = next.start;
    while (word.stripTabs && source[start] === '\t') {
      start++;
    }
    if (
      next.end - start === word.name.length &&
      source.startsWith(word.name, start)
    ) {
      bodyEnd = next.start;
      terminated = true;
      break;
    }
    bodyEnd = next.next;
  }
  if (!terminated) {
    // The body has the last line break, so the instruction has it too.
    line.end = Math.max(line.end, bodyEnd);
    problems.error(
      'unterminated-heredoc',
      instruction.keywordSpan,
      'unterminated heredoc',
    );
  }
  const bodySpan = { start: bodyStart ?? bodyEnd, end: bodyEnd };
  const written = source.slice(bodySpan.start, bodySpan.end);
  return {
    ...word,
    body: word.stripTabs ? written.replace(/^\t+/gm, '') : written,
    bodySpan,
    terminated,
  };
}
