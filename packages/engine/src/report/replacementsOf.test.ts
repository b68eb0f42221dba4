/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createTwoFilesPatch } from 'diff';
import fc from 'fast-check';
import type { Region } from 'sarif';
import { unifiedDiff } from '../fixes/unifiedDiff';
import { createSnapshot } from '../snapshot';
import { replacementsOf } from './replacementsOf';

/** What a SARIF viewer does: all regions are those of the file before. */
function applyTo(source: string, diff: string): string {
  const [{ replacements }] = replacementsOf(diff) ?? [];
  const edits = replacements.map(({ deletedRegion, insertedContent }) => ({
    start: offsetOf(source, deletedRegion, 'start'),
    end: offsetOf(source, deletedRegion, 'end'),
    text: insertedContent?.text ?? '',
  }));
  let text = source;
  for (const { start, end, text: inserted } of edits.reverse()) {
    text = text.slice(0, start) + inserted + text.slice(end);
  }
  return text;
}

function offsetOf(source: string, region: Region, side: 'start' | 'end') {
  const line = region[`${side}Line`] ?? 1;
  const column = region[`${side}Column`] ?? 1;
  let offset = 0;
  for (let number = 1; number < line; number++) {
    const next = source.indexOf('\n', offset);
    // A region ends behind the last line at the most.
    expect(next).toBeGreaterThanOrEqual(0);
    offset = next + 1;
  }
  return offset + column - 1;
}

const diffOf = (before: string, after: string, context = 3) => {
  const patch = createTwoFilesPatch(
    'a/Dockerfile',
    'b/Dockerfile',
    before,
    after,
    undefined,
    undefined,
    { context },
  );
  return patch.slice(patch.indexOf('--- '));
};

describe('replacementsOf', () => {
  it.each<[string, before: string, after: string]>([
    ['a line changed', 'a\nb\nc\n', 'a\nx\nc\n'],
    ['the first line gone', 'a\nb\n', 'b\n'],
    ['the last line gone', 'a\nb\n', 'a\n'],
    ['a last line without a break gone', 'a\nb', 'a\n'],
    ['a line at the start', 'a\n', 'x\na\n'],
    ['a line at the end', 'a\n', 'a\nx\n'],
    ['a line behind one without a break', 'a', 'a\nx'],
    ['a break at the end', 'a', 'a\n'],
    ['lines with carriage returns', 'a\r\nb\r\nc\r\n', 'a\r\nx\r\ny\r\nc\r\n'],
    ['everything', 'a\nb\n', 'c\nd\ne\n'],
    ['an empty file filled', '', 'a\n'],
  ])('keeps %s', (_, before, after) => {
    expect(applyTo(before, diffOf(before, after))).toBe(after);
    expect(applyTo(before, diffOf(before, after, 0))).toBe(after);
  });

  it('keeps every change', () => {
    const lines = fc
      .array(fc.constantFrom('a', 'b', 'c', '', 'd\r'), { maxLength: 12 })
      .map(parts => parts.join('\n'));
    fc.assert(
      fc.property(
        lines,
        lines,
        fc.nat({ max: 3 }),
        (before, after, context) => {
          fc.pre(before !== after);
          expect(applyTo(before, diffOf(before, after, context))).toBe(after);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('makes new files', () => {
    const before = createSnapshot({ files: [['a b/Dockerfile', 'FROM a\n']] });
    const after = createSnapshot({
      files: [
        ['a b/Dockerfile', 'FROM b\n'],
        ['a b/.dockerignore', '.git\n*.md\n'],
      ],
    });
    expect(replacementsOf(unifiedDiff(before, after))).toEqual([
      {
        artifactLocation: {
          uri: 'a%20b/.dockerignore',
          uriBaseId: '%SRCROOT%',
        },
        replacements: [
          {
            deletedRegion: {
              startLine: 1,
              startColumn: 1,
              endLine: 1,
              endColumn: 1,
            },
            insertedContent: { text: '.git\n*.md\n' },
          },
        ],
      },
      expect.objectContaining({
        artifactLocation: { uri: 'a%20b/Dockerfile', uriBaseId: '%SRCROOT%' },
      }),
    ]);
  });

  it('leaves names that git quotes', () => {
    expect(
      replacementsOf(
        '--- "a/\\303\\244"\n+++ "b/\\303\\244"\n@@ -1 +1 @@\n-a\n+b\n',
      ),
    ).toBeUndefined();
  });
});
