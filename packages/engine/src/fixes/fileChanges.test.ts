/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { applyPatch } from 'diff';
import fc from 'fast-check';
import { createSnapshot, Snapshot } from '../snapshot';
import { applyChanges } from './applyChanges';
import { mergeChanges } from './mergeChanges';
import { unifiedDiff } from './unifiedDiff';

function snapshotOf(files: Record<string, string>): Snapshot {
  return createSnapshot({ files: Object.entries(files) });
}

const texts = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'FROM alpine',
        'RUN true',
        '# what',
        '',
        '--- a',
        '\u00e9',
      ),
      fc.constantFrom('\n', '\r\n'),
    ),
    { maxLength: 12 },
  )
  .chain(lines =>
    fc.constantFrom(
      lines.map(line => line.join('')).join(''),
      lines
        .map(line => line.join(''))
        .join('')
        .replace(/\r?\n$/, ''),
    ),
  );

describe('applyChanges', () => {
  it('changes and makes files, and their entries in the listing', () => {
    const before = createSnapshot({
      files: [['b/run.sh.Dockerfile', 'FROM a\n']],
      tree: [
        { path: 'b/run.sh.Dockerfile', kind: 'executable', size: 7, hash: 'x' },
        { path: 'c', kind: 'file', size: 3, hash: 'y' },
      ],
    });
    const after = applyChanges(before, [
      {
        kind: 'edit',
        path: 'b/run.sh.Dockerfile',
        edits: [{ span: { start: 5, end: 6 }, text: '\u00e9' }],
      },
      { kind: 'create', path: 'a', text: 'new' },
    ]);
    expect([...after.files]).toEqual([
      ['b/run.sh.Dockerfile', 'FROM \u00e9\n'],
      ['a', 'new'],
    ]);
    expect(after.tree).toEqual([
      { path: 'a', kind: 'file', size: 3 },
      { path: 'b/run.sh.Dockerfile', kind: 'executable', size: 8 },
      { path: 'c', kind: 'file', size: 3, hash: 'y' },
    ]);
  });

  it('neither changes what was not read nor makes what is there', () => {
    const snapshot = snapshotOf({ a: '' });
    expect(() =>
      applyChanges(snapshot, [{ kind: 'edit', path: 'b', edits: [] }]),
    ).toThrow('b was not read');
    expect(() =>
      applyChanges(snapshot, [{ kind: 'create', path: 'a', text: '' }]),
    ).toThrow('a exists already');
  });
});

describe('mergeChanges', () => {
  it('leads from one state to the other, touching no equal line', () => {
    fc.assert(
      fc.property(texts, texts, (source, text) => {
        const before = snapshotOf({ Dockerfile: source });
        const after = snapshotOf({ Dockerfile: text });
        const changes = mergeChanges(before, after);
        expect(applyChanges(before, changes).files.get('Dockerfile')).toBe(
          text,
        );
        expect(changes).toHaveLength(source === text ? 0 : 1);
      }),
    );
  });

  it('makes a file that was not there', () => {
    expect(mergeChanges(snapshotOf({}), snapshotOf({ a: 'x' }))).toEqual([
      { kind: 'create', path: 'a', text: 'x' },
    ]);
  });
});

describe('unifiedDiff', () => {
  it('is what leads from one text to the other', () => {
    fc.assert(
      fc.property(texts, texts, (source, text) => {
        const diff = unifiedDiff(
          snapshotOf({ Dockerfile: source }),
          snapshotOf({ Dockerfile: text }),
        );
        const patched =
          diff === ''
            ? source
            : applyPatch(source, diff, { autoConvertLineEndings: false });
        expect(patched).toBe(text);
        expect(diff === '').toBe(source === text);
      }),
    );
  });

  it('names files as git does', () => {
    const diff = unifiedDiff(
      snapshotOf({ 'caf\u00e9/"a".Dockerfile': 'FROM a\n' }),
      snapshotOf({
        'caf\u00e9/"a".Dockerfile': 'FROM b',
        '.dockerignore': '.git\n',
      }),
    );
    expect(diff).toBe(`diff --git a/.dockerignore b/.dockerignore
new file mode 100644
--- /dev/null
+++ b/.dockerignore
@@ -0,0 +1,1 @@
+.git
diff --git "a/caf\\303\\251/\\"a\\".Dockerfile" "b/caf\\303\\251/\\"a\\".Dockerfile"
--- "a/caf\\303\\251/\\"a\\".Dockerfile"
+++ "b/caf\\303\\251/\\"a\\".Dockerfile"
@@ -1,1 +1,1 @@
-FROM a
+FROM b
\\ No newline at end of file
`);
  });
});
