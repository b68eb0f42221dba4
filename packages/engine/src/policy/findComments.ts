/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile/parseDockerfile';
import { Instruction } from '../dockerfile/types';
import { ReadingProblem } from '../sentences';
import { buildFileKind } from '../snapshot/buildFileKind';

/** A comment of ours, and the lines that it can speak of. */
export interface FoundComment {
  /** From 1. */
  line: number;
  /** What stands behind `build-hygiene:`. */
  text: string;
  /** The lines of what stands below it, or before it in its own line. */
  next?: { from: number; to: number };
  /** Whether nothing but comments stands above it. */
  atTop: boolean;
  /** Why the place does not do. */
  objection?: ReadingProblem;
}

/** What all such comments contain; a file without it is not looked at. */
const commentMark = 'build-hygiene:';

/** Comments of one file that are read; real files have a few. */
export const maximumComments = 200;

/** The comments of a file that are for us, in order, and one more than the bound. */
export function findComments(path: string, source: string): FoundComment[] {
  if (!source.includes(commentMark)) {
    return [];
  }
  const kind = buildFileKind(path);
  switch (kind) {
    case 'dockerfile':
      return commentsOfDockerfile(path, source);
    case 'go-mod':
    case 'go-work':
      return commentsOfLines(source, {
        split: splitGoComment,
        block: parenthesised,
      });
    case 'ignore':
      return commentsOfLines(source, {
        // A `#` further right is part of a pattern.
        split: text => {
          const found = splitComment(text, ['#']);
          return found?.before === '' ? found : undefined;
        },
        block: (_, index) => index,
      });
    case 'workflow':
    case 'compose':
    case 'bake':
    case 'make':
    case 'toolchain':
    case 'configuration':
    case 'manifest':
    case undefined:
      return commentsOfLines(source, {
        split: text => {
          const found = splitComment(text, ['#', '//']);
          return found && /^$|\s$/.test(found.before) ? found : undefined;
        },
        block: indented,
      });
    case 'policy':
    case 'go-sum':
    case 'vendor':
      return [];
    default:
      kind satisfies never;
      return [];
  }
}

function commentsOfDockerfile(path: string, source: string): FoundComment[] {
  const { instructions } = parseDockerfile(source, { path });
  const bodies = instructions.flatMap(({ keyword, heredocs }) =>
    heredocs.map(({ bodySpan }) => ({
      ...bodySpan,
      isShell: keyword === 'RUN',
    })),
  );
  const first = instructions[0]?.line ?? Infinity;
  const lines = source.split('\n');
  const comments: FoundComment[] = [];
  let start = 0;
  for (const [index, text] of lines.entries()) {
    const offset = start;
    start += text.length + 1;
    const split = splitComment(text, ['#']);
    if (!split || split.before.trimStart().startsWith('#')) {
      continue;
    }
    const body = bodies.find(
      ({ start: from, end }) => from <= offset && offset < end,
    );
    const line = index + 1;
    const isAlone = split.before.replace('\uFEFF', '').trim() === '';
    if (body && !(body.isShell && isAlone)) {
      continue;
    }
    if (comments.length > maximumComments) {
      break;
    }
    const found = { line, text: split.said, atTop: line < first };
    if (body) {
      comments.push({
        ...found,
        ...commandBelow(lines, index, body.end - offset),
      });
    } else if (isAlone) {
      const next = instructionBelow(instructions, line);
      comments.push({
        ...found,
        ...(next && { next: { from: next.line, to: next.endLine } }),
      });
    } else {
      const objection =
        'A Dockerfile has no comments at the end of a line: put it above the instruction.';
      comments.push({ ...found, objection });
    }
  }
  return comments;
}

/** The command below a comment of a heredoc, within so many characters. */
function commandBelow(
  lines: readonly string[],
  index: number,
  characters: number,
): Pick<FoundComment, 'next'> {
  let left = characters - lines[index].length - 1;
  let from: number | undefined;
  for (let below = index + 1; below < lines.length && left > 0; below++) {
    const text = lines[below].trimEnd();
    left -= lines[below].length + 1;
    if (from === undefined && !isContent(text)) {
      continue;
    }
    from ??= below + 1;
    if (!text.endsWith('\\')) {
      return { next: { from, to: below + 1 } };
    }
  }
  return from === undefined ? {} : { next: { from, to: from } };
}

/** The instruction that a comment line stands in, or else the next one. */
function instructionBelow(
  instructions: readonly Instruction[],
  line: number,
): Instruction | undefined {
  return instructions.find(({ endLine }) => endLine >= line);
}

interface SplitLine {
  /** What stands before the comment. */
  before: string;
  /** What stands behind the mark. */
  said: string;
}

/** A line with a comment that starts with our mark. */
function splitComment(
  text: string,
  signs: readonly string[],
): SplitLine | undefined {
  const at = text.indexOf(commentMark);
  if (at < 0) {
    return undefined;
  }
  const head = text.slice(0, at).trimEnd();
  const sign = signs.find(known => head.endsWith(known));
  return sign === undefined
    ? undefined
    : {
        before: head.slice(0, -sign.length),
        said: text.slice(at + commentMark.length),
      };
}

/** As {@link splitComment}; `// indirect; …` is how go.mod joins comments. */
function splitGoComment(text: string): SplitLine | undefined {
  const start = text.indexOf('//');
  const at = text.indexOf(commentMark, Math.max(start, 0));
  if (start < 0 || at < 0) {
    return undefined;
  }
  const between = text.slice(start + 2, at).trim();
  return between === '' || between.endsWith(';')
    ? {
        before: text.slice(0, start),
        said: text.slice(at + commentMark.length),
      }
    : undefined;
}

interface LineSyntax {
  split(text: string): SplitLine | undefined;
  /** The last line of what begins in a line; indexes from 0. */
  block(lines: readonly string[], index: number): number;
}

function commentsOfLines(
  source: string,
  { split, block }: LineSyntax,
): FoundComment[] {
  const lines = source.split(/\r?\n/);
  const first = lines.findIndex(isContent);
  const contents = contentsBelow(lines);
  const comments: FoundComment[] = [];
  for (const [index, text] of lines.entries()) {
    const parts = split(text);
    if (!parts) {
      continue;
    }
    if (comments.length > maximumComments) {
      break;
    }
    const line = index + 1;
    const atTop = first < 0 || index < first;
    comments.push({
      line,
      text: parts.said,
      atTop,
      ...(parts.before.replace('\uFEFF', '').trim() === ''
        ? blockAt(lines, contents[index], block)
        : { next: { from: line, to: line } }),
    });
  }
  return comments;
}

/** For each line the index of the next one below that is no comment. */
function contentsBelow(lines: readonly string[]): number[] {
  const below = new Array<number>(lines.length);
  let next = lines.length;
  for (let index = lines.length - 1; index >= 0; index--) {
    below[index] = next;
    if (isContent(lines[index])) {
      next = index;
    }
  }
  return below;
}

function blockAt(
  lines: readonly string[],
  index: number,
  block: LineSyntax['block'],
): Pick<FoundComment, 'next'> {
  return index < lines.length
    ? { next: { from: index + 1, to: block(lines, index) + 1 } }
    : {};
}

/** YAML's way, by indentation, which goes for recipes and braces in the usual layout as well. */
function indented(lines: readonly string[], start: number): number {
  const depth = indentation(lines[start]);
  const isItem = /^\s*-(?:\s|$)/.test(lines[start]);
  let last = start;
  for (let index = start + 1; index < lines.length; index++) {
    const text = lines[index];
    if (!isContent(text)) {
      continue;
    }
    const deeper = indentation(text) - depth;
    // The items of a list may stand as far left as its key.
    if (
      deeper < 0 ||
      (deeper === 0 && (isItem || !/^\s*-(?:\s|$)/.test(text)))
    ) {
      break;
    }
    last = index;
  }
  return last;
}

/** `require (` and the like, up to the parenthesis that closes it. */
function parenthesised(lines: readonly string[], start: number): number {
  if (!/\(\s*(?:\/\/.*)?$/s.test(lines[start])) {
    return start;
  }
  const end = lines.findIndex(
    (text, index) => index > start && /^\s*\)/.test(text),
  );
  return end < 0 ? start : end;
}

function isContent(text: string): boolean {
  return !/^\s*(?:$|#|\/\/)/.test(text.replace(/^\uFEFF/, ''));
}

function indentation(text: string): number {
  return text.length - text.trimStart().length;
}
