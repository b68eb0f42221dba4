/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Problem } from '../problem';
import { ReadingProblem } from '../sentences';
import { buildFileKind, buildFileKinds } from './buildFileKind';
import { comparePaths } from './comparePaths';
import { isExcludedPath } from './isExcludedPath';
import { snapshotLimits, SnapshotLimits } from './snapshotLimits';
import { TreeEntry } from './types';

/**
 * Which files of a tree are to be read.
 *
 * @public
 */
export interface ReadingPlan {
  /** The files to read, the most important first. */
  paths: string[];
  /** The build-relevant files that are left out, and why. */
  problems: Problem[];
}

/** Manifests that are read: few of them tell anything about builds. */
const MAXIMUM_MANIFESTS = 60;

/** One line each up to here, then one for all the others. */
const LISTED_PROBLEMS = 20;

/**
 * Chooses the build-relevant files of a tree within the bounds. The choice
 * depends on nothing but the tree: Dockerfiles and module files come first,
 * vendored and test data last, then files nearer to the root.
 *
 * @public
 */
export function planReading(
  tree: Iterable<TreeEntry>,
  options?: { limits?: Partial<SnapshotLimits> },
): ReadingPlan {
  const limits = { ...snapshotLimits, ...options?.limits };
  const problems: Problem[] = [];
  const candidates: { entry: TreeEntry; priority: number[] }[] = [];
  for (const entry of tree) {
    const kind = buildFileKind(entry.path);
    if (kind) {
      const excluded = isExcludedPath(entry.path) ? 1 : 0;
      const depth = entry.path.split('/').length;
      candidates.push({
        entry,
        priority: [excluded, buildFileKinds.indexOf(kind), depth],
      });
    }
  }
  candidates.sort(
    (left, right) =>
      compareNumbers(left.priority, right.priority) ||
      comparePaths(left.entry.path, right.entry.path),
  );

  const paths: string[] = [];
  const overBounds: string[] = [];
  let bytes = 0;
  let manifests = 0;
  for (const { entry } of candidates) {
    if (
      buildFileKind(entry.path) === 'manifest' &&
      ++manifests > MAXIMUM_MANIFESTS
    ) {
      continue;
    }
    if (entry.kind === 'symlink' || entry.kind === 'submodule') {
      problems.push(linkProblem(entry));
    } else if (entry.size > limits.fileBytes) {
      problems.push(tooLargeProblem(entry, limits));
    } else if (
      paths.length >= limits.files ||
      bytes + entry.size > limits.totalBytes
    ) {
      overBounds.push(entry.path);
    } else {
      paths.push(entry.path);
      bytes += entry.size;
    }
  }
  problems.push(...boundProblems(overBounds, limits));
  if (manifests > MAXIMUM_MANIFESTS) {
    problems.push({
      path: '.',
      code: 'limit',
      message:
        `Of ${manifests} Kubernetes manifests the first ${MAXIMUM_MANIFESTS} were read.` satisfies ReadingProblem,
    });
  }
  return { paths, problems };
}

/** That a file is over the size bound. */
export function tooLargeProblem(
  entry: Pick<TreeEntry, 'path' | 'size'>,
  limits: Pick<SnapshotLimits, 'fileBytes'>,
): Problem {
  return {
    path: entry.path,
    code: 'too-large',
    message:
      `The file was not read: it has ${entry.size} bytes, the bound is ${limits.fileBytes}.` satisfies ReadingProblem,
  };
}

function linkProblem(entry: TreeEntry): Problem {
  return {
    path: entry.path,
    code: 'link',
    message: (entry.kind === 'symlink'
      ? 'The file was not read: it is a symbolic link, and links are never followed.'
      : 'The path was not read: it is a submodule, and submodules are never followed.') satisfies ReadingProblem,
  };
}

function boundProblems(
  paths: string[],
  { files, totalBytes }: SnapshotLimits,
): Problem[] {
  const bound =
    `the bound of ${files} files and ${totalBytes} bytes of a repository was reached` as const;
  const problems = paths.slice(0, LISTED_PROBLEMS).map(
    (path): Problem => ({
      path,
      code: 'limit',
      message: `The file was not read: ${bound}.` satisfies ReadingProblem,
    }),
  );
  const rest = paths.length - LISTED_PROBLEMS;
  if (rest > 0) {
    problems.push({
      path: '.',
      code: 'limit',
      message:
        `${rest} more build files were not read: ${bound}.` satisfies ReadingProblem,
    });
  }
  return problems;
}

function compareNumbers(left: number[], right: number[]): number {
  for (const [index, value] of left.entries()) {
    if (value !== right[index]) {
      return value - right[index];
    }
  }
  return 0;
}
