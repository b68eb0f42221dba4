/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LineIndex } from '../dockerfile/LineIndex';
import { Span } from '../span';
import { lexLine, Token } from './lexLine';
import { GoModProblem } from './types';

/**
 * One directive of a go.mod or go.work: a line of its own, or a line inside a
 * block, where `verb` is that of the block.
 */
export interface Directive {
  verb: string;
  arguments: Token[];
  inBlock: boolean;
  span: Span;
  line: number;
  /** The `//` comment that ends the line, its slashes included. */
  suffix?: string;
  /** The comments that belong to it: its own, else those of its block. */
  comments: string[];
}

/** Directives in file order, and what could not be read. */
export interface Directives {
  directives: Directive[];
  problems: GoModProblem[];
}

interface Block {
  verb: Token;
  comments: string[];
  /** Undefined for a block whose directives are not to be read. */
  known: boolean;
}

/**
 * Reads the lines and blocks that go.mod and go.work are made of. The go
 * command gives up at the first syntax error; this reader goes on with the
 * next line.
 *
 * Grammar: https://go.dev/ref/mod#go-mod-file-grammar
 */
export function readDirectives(
  source: string,
  options: { blocks: readonly string[] },
): Directives {
  const lines = new LineIndex(source);
  const directives: Directive[] = [];
  const problems: GoModProblem[] = [];
  let block: Block | undefined;
  let comments: string[] = [];

  const report = (span: Span, message: string) =>
    problems.push({
      line: lines.lineAt(span.start),
      column: lines.columnAt(span.start),
      span,
      message,
    });

  for (let line = 1; line <= lines.count; line++) {
    const { start, end } = lines.lineSpan(line);
    const textEnd = source[end - 1] === '\n' ? end - 1 : end;
    const { tokens, comment, error } = lexLine(source, start, textEnd);
    const suffix = comment?.text.trimEnd();
    if (error) {
      report({ start: error.offset, end: textEnd }, error.message);
    }
    if (tokens.length === 0) {
      if (suffix !== undefined) {
        comments.push(suffix);
      } else if (!block) {
        // A blank line detaches the comments above it, though not in a block.
        comments = [];
      }
      continue;
    }

    const first = tokens[0];
    const last = tokens[tokens.length - 1];
    if (block) {
      if (first.text === ')') {
        if (tokens.length > 1) {
          report(
            tokens[1].span,
            'syntax error (expected newline after closing paren)',
          );
        }
        block = undefined;
      } else if (block.known && !error) {
        directives.push({
          verb: block.verb.text,
          arguments: tokens,
          inBlock: true,
          span: { start: first.span.start, end: last.span.end },
          line,
          suffix,
          comments: ownComments(comments, suffix) ?? block.comments,
        });
      }
    } else if (isBlockOpening(tokens)) {
      const head = tokens.slice(0, last.text === '(' ? -1 : -2);
      const known = head.length === 1 && options.blocks.includes(first.text);
      if (!known) {
        report(
          { start: first.span.start, end: last.span.end },
          `unknown block type: ${head.map(({ text }) => text).join(' ')}`,
        );
      }
      if (last.text === '(') {
        block = {
          verb: first,
          comments: ownComments(comments, suffix) ?? [],
          known,
        };
      }
    } else if (!error) {
      directives.push({
        verb: first.text,
        arguments: tokens.slice(1),
        inBlock: false,
        span: { start: first.span.start, end: last.span.end },
        line,
        suffix,
        comments: ownComments(comments, suffix) ?? [],
      });
    }
    comments = [];
  }

  if (block) {
    report(block.verb.span, 'syntax error (unterminated block)');
  }
  return { directives, problems };
}

/** Whether a line ends with `(` or is an empty block, `verb ( )`. */
function isBlockOpening(tokens: Token[]): boolean {
  const [before, last] = tokens.slice(-2);
  return (
    tokens.length > 1 &&
    (last.text === '(' ||
      (last.text === ')' && before.text === '(' && tokens.length > 2))
  );
}

function ownComments(
  comments: string[],
  suffix: string | undefined,
): string[] | undefined {
  const own = suffix === undefined ? comments : [...comments, suffix];
  return own.length > 0 ? own : undefined;
}
