/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Problem } from '../problem';
import { ReadingProblem } from '../sentences';
import { classifyContent } from './classifyContent';
import { comparePaths } from './comparePaths';
import { isBuildRelevant } from './isBuildRelevant';
import { planReading, tooLargeProblem } from './planReading';
import { snapshotLimits, SnapshotLimits } from './snapshotLimits';
import { Snapshot, TreeEntry } from './types';

/**
 * What a snapshot is made from.
 *
 * @public
 */
export interface SnapshotInput {
  /** The commit that was read, where it is known. */
  commit?: string;
  /** The whole tree, in any order. Made from `files` when it is not given. */
  tree?: Iterable<TreeEntry>;
  /** Text or bytes by repository path. */
  files: Iterable<readonly [path: string, content: string | Uint8Array]>;
  /** What went wrong while reading. */
  problems?: Iterable<Problem>;
  /** Bounds other than the default ones. */
  limits?: Partial<SnapshotLimits>;
}

/**
 * Brings what was read of a repository into order: sorted, within the bounds,
 * decoded, with a problem for each build-relevant file that cannot be used.
 *
 * @public
 */
export function createSnapshot(input: SnapshotInput): Snapshot {
  const limits = { ...snapshotLimits, ...input.limits };
  const problems = [...(input.problems ?? [])];
  const contents = new Map<string, string | Uint8Array>(input.files);
  const tree = orderTree(
    input.tree ?? treeOf(contents),
    limits.treeEntries,
    problems,
  );
  const listed = new Set(tree.map(entry => entry.path));
  const plan = planReading(
    tree.map(entry => withRealSize(entry, contents.get(entry.path))),
    { limits },
  );

  const files = new Map<string, string>();
  for (const path of plan.paths) {
    const content = contents.get(path);
    if (content !== undefined) {
      decode(path, content, { limits, files, problems });
    }
  }
  for (const [path, content] of contents) {
    // Files beyond the usual ones are welcome when the caller gives them.
    if (listed.has(path) && !isBuildRelevant(path)) {
      decode(path, content, { limits, files, problems });
    }
  }
  problems.push(...plan.problems);
  return {
    commit: input.commit,
    tree,
    files: new Map(
      [...files].sort(([left], [right]) => comparePaths(left, right)),
    ),
    problems: orderProblems(problems),
  };
}

function decode(
  path: string,
  content: string | Uint8Array,
  {
    limits,
    files,
    problems,
  }: {
    limits: SnapshotLimits;
    files: Map<string, string>;
    problems: Problem[];
  },
): void {
  if (content.length > limits.fileBytes) {
    problems.push(tooLargeProblem({ path, size: content.length }, limits));
    return;
  }
  if (typeof content === 'string') {
    files.set(path, content);
    return;
  }
  const decoded = classifyContent(content);
  if (decoded.kind === 'binary') {
    problems.push({
      path,
      code: 'binary',
      message:
        'The file was not read: it is not text.' satisfies ReadingProblem,
    });
    return;
  }
  if (decoded.encoding !== 'utf-8') {
    problems.push({ path, code: 'unreadable', message: decoded.warning });
  }
  files.set(path, decoded.text);
}

function orderTree(
  entries: Iterable<TreeEntry>,
  limit: number,
  problems: Problem[],
): TreeEntry[] {
  const byPath = new Map<string, TreeEntry>();
  let unusable = 0;
  for (const entry of entries) {
    if (isRepositoryPath(entry.path)) {
      byPath.set(entry.path, entry);
    } else {
      unusable += 1;
    }
  }
  const tree = [...byPath.values()].sort((left, right) =>
    comparePaths(left.path, right.path),
  );
  if (unusable > 0) {
    problems.push({
      path: '.',
      code: 'unreadable',
      message:
        `${unusable} paths of the listing are no paths inside a repository and were left out.` satisfies ReadingProblem,
    });
  }
  if (tree.length > limit) {
    problems.push({
      path: '.',
      code: 'limit',
      message:
        `The repository has ${tree.length} files; the listing ends at the bound of ${limit}.` satisfies ReadingProblem,
    });
    tree.length = limit;
  }
  return tree;
}

function isRepositoryPath(path: string): boolean {
  return (
    path !== '' &&
    !path.startsWith('/') &&
    !path.includes('\0') &&
    path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
  );
}

function treeOf(contents: ReadonlyMap<string, string | Uint8Array>) {
  return [...contents].map(
    ([path, content]): TreeEntry => ({
      path,
      kind: 'file',
      size: byteLength(content),
    }),
  );
}

function withRealSize(
  entry: TreeEntry,
  content: string | Uint8Array | undefined,
): TreeEntry {
  return content === undefined || content.length <= entry.size
    ? entry
    : { ...entry, size: content.length };
}

function byteLength(content: string | Uint8Array): number {
  return typeof content === 'string'
    ? new TextEncoder().encode(content).length
    : content.length;
}

/** Sorted, and each only once: readers and this function may say the same. */
function orderProblems(problems: Problem[]): Problem[] {
  const unique = new Map<string, Problem>();
  for (const problem of problems) {
    const key = JSON.stringify([
      problem.path,
      problem.line ?? 0,
      problem.code,
      problem.message,
    ]);
    unique.set(key, unique.get(key) ?? problem);
  }
  return [...unique.values()].sort(
    (left, right) =>
      comparePaths(left.path, right.path) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      comparePaths(left.code, right.code) ||
      comparePaths(left.message, right.message),
  );
}
