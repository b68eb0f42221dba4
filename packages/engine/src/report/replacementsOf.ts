/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parsePatch } from 'diff';
import type { ArtifactChange, Replacement } from 'sarif';
import { artifactLocation } from './artifactLocation';

/**
 * A unified diff as SARIF's replacements, file by file; undefined for one that
 * cannot be told so.
 */
export function replacementsOf(diff: string): ArtifactChange[] | undefined {
  const changes: ArtifactChange[] = [];
  // Names with other bytes than ASCII, which the library leaves as git has them.
  if (/^\+\+\+ "/m.test(diff)) {
    return undefined;
  }
  for (const { oldFileName, newFileName, hunks } of parsePatch(diff)) {
    const path = /^b\/(.+)$/s.exec(newFileName ?? '')?.[1];
    if (path === undefined) {
      return undefined;
    }
    changes.push({
      artifactLocation: artifactLocation(path),
      replacements:
        oldFileName === '/dev/null'
          ? [newFile(hunks.flatMap(({ lines }) => lines))]
          : hunks.flatMap(replacementsOfHunk),
    });
  }
  return changes;
}

interface HunkLine {
  /** ` `, `-` or `+`. */
  sign: string;
  /** Without the line break, whose carriage return is in `end`. */
  text: string;
  /** The line break; nothing for a last line without one. */
  end: string;
}

function newFile(lines: readonly string[]): Replacement {
  return {
    deletedRegion: region([1, 1], [1, 1]),
    insertedContent: {
      text: readLines(lines)
        .map(({ text, end }) => text + end)
        .join(''),
    },
  };
}

/** Each run of changed lines is one replacement. */
function replacementsOfHunk({
  oldStart,
  lines,
}: {
  oldStart: number;
  lines: string[];
}): Replacement[] {
  const all = readLines(lines);
  const replacements: Replacement[] = [];
  let line = oldStart;
  let index = 0;
  while (index < all.length) {
    if (all[index].sign === ' ') {
      index++;
      line++;
      continue;
    }
    const before = all[index - 1];
    const removed: HunkLine[] = [];
    const added: HunkLine[] = [];
    for (; index < all.length && all[index].sign !== ' '; index++) {
      (all[index].sign === '-' ? removed : added).push(all[index]);
    }
    replacements.push(
      replacementAt(line, { before, removed, added, after: all[index] }),
    );
    line += removed.length;
  }
  return replacements;
}

function replacementAt(
  line: number,
  {
    before,
    removed,
    added,
    after,
  }: {
    before: HunkLine | undefined;
    removed: readonly HunkLine[];
    added: readonly HunkLine[];
    after: HunkLine | undefined;
  },
): Replacement {
  const inserted = added.map(({ text, end }) => text + end).join('');
  const last = removed[removed.length - 1];
  // A region that ends at the start of a line needs one to be there.
  if (after || !last) {
    if (!after && before && before.end === '') {
      return {
        deletedRegion: region(
          [line - 1, before.text.length + 1],
          [line - 1, before.text.length + 1],
        ),
        insertedContent: { text: inserted },
      };
    }
    return {
      deletedRegion: region([line, 1], [line + removed.length, 1]),
      insertedContent: { text: inserted },
    };
  }
  const end = line + removed.length - 1;
  return {
    deletedRegion:
      last.end === ''
        ? region([line, 1], [end, last.text.length + 1])
        : region([line, 1], [end + 1, 1]),
    insertedContent: { text: inserted },
  };
}

function readLines(lines: readonly string[]): HunkLine[] {
  const read: HunkLine[] = [];
  for (const line of lines) {
    if (line.startsWith('\\')) {
      // "No newline at end of file", about the line before it.
      const last = read[read.length - 1];
      if (last) {
        last.text += last.end.slice(0, -1);
        last.end = '';
      }
      continue;
    }
    const carriage = line.endsWith('\r') ? '\r' : '';
    read.push({
      sign: line[0] ?? ' ',
      text: line.slice(1, line.length - carriage.length),
      end: `${carriage}\n`,
    });
  }
  return read;
}

function region(
  [startLine, startColumn]: [number, number],
  [endLine, endColumn]: [number, number],
) {
  return { startLine, startColumn, endLine, endColumn };
}
