/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import {
  createSnapshot,
  planReading,
  Snapshot,
  snapshotLimits,
  TreeEntry,
} from '@build-hygiene/engine';
import { BlobReader } from './BlobReader';
import { runGit } from './runGit';
import { Git, splitBatch } from './splitBatch';
import { TreeReader } from './TreeReader';

/**
 * A commit of a repository's history, with its files.
 *
 * @public
 */
export interface HistoryCommit {
  /** The commit's id. */
  id: string;
  /** When it was committed, ISO 8601 in UTC. */
  committedAt: string;
  /** The first line of its message. */
  subject: string;
  /** The paths of the folder that it changed against its first parent. */
  changedPaths: string[];
  /** The folder's path in the repository; `''` is the root. */
  folder: string;
  /** The files of the folder at that commit. */
  snapshot: Snapshot;
}

/** Bounds on the history that is read. */
const MAXIMUM_COMMITS = 10_000;
/** Links of one commit whose targets are read, and bytes of one target. */
const MAXIMUM_LINKS = 1000;
const MAXIMUM_TARGET = 4096;

/**
 * Which commits are read, and how.
 *
 * @public
 */
export interface ReadHistoryOptions {
  /** How many commits, from 1 to 10,000. */
  commits: number;
  /** Paths to read beside the build-relevant ones: a Dockerfile of any name. */
  alsoRead?: readonly string[];
  /** Ends the reading with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * The first-parent history of the checked-out commit, the oldest of the last
 * `commits` first, each with the files below the folder. Reads git's objects
 * only; the work tree does not matter. One commit is held at a time.
 *
 * @throws Error in one line, when the folder is in no git repository or in one
 * of another user, has no commit, or git is not installed
 *
 * @public
 */
export async function* readHistory(
  directory: string,
  options: ReadHistoryOptions,
): AsyncGenerator<HistoryCommit> {
  const { commits: count, alsoRead, signal } = options;
  if (!Number.isInteger(count) || count < 1 || count > MAXIMUM_COMMITS) {
    throw new RangeError(
      `the number of commits must be from 1 to ${MAXIMUM_COMMITS}`,
    );
  }
  const git = (args: string[], input?: string) =>
    runGit(directory, args, { input, signal });
  const folder = (await git(['rev-parse', '--show-prefix']))
    .toString('utf8')
    .replace(/\/?\n$/, '');
  // One more than asked for, to tell what the oldest one changed.
  const ids = (
    await git([
      'rev-list',
      '--first-parent',
      `--max-count=${count + 1}`,
      'HEAD',
    ])
  )
    .toString('latin1')
    .split('\n')
    .filter(Boolean)
    .reverse();
  const asked = new Set(alsoRead);
  const reader = new BlobReader(git);
  const trees = new TreeReader(git);
  const commits = await readCommits(ids, git);
  let before: TreeEntry[] =
    ids.length > count ? await trees.read(ids.shift()!) : [];
  for (const id of ids) {
    signal?.throwIfAborted();
    const tree = await trees.read(id);
    const changedPaths = compareTrees(before, tree);
    before = tree;
    const wanted = new Set(planReading(tree).paths);
    for (const { path, kind, size } of tree) {
      const isFile = kind === 'file' || kind === 'executable';
      if (asked.has(path) && isFile && size <= snapshotLimits.fileBytes) {
        wanted.add(path);
      }
    }
    const links = tree
      .filter(({ kind, size }) => kind === 'symlink' && size <= MAXIMUM_TARGET)
      .slice(0, MAXIMUM_LINKS);
    const texts = await reader.read([
      ...tree.filter(({ path }) => wanted.has(path)),
      ...links,
    ]);
    const snapshot = createSnapshot({
      commit: id,
      tree: tree.map(entry =>
        entry.kind === 'symlink'
          ? { ...entry, target: texts.get(entry.path)?.toString('utf8') }
          : entry,
      ),
      files: [...texts].filter(([path]) => wanted.has(path)),
    });
    yield { id, ...commits.get(id)!, changedPaths, folder, snapshot };
  }
}

/** Time and subject, from the raw commit objects: `git log` has settings. */
async function readCommits(
  ids: readonly string[],
  git: Git,
): Promise<Map<string, { committedAt: string; subject: string }>> {
  const objects = splitBatch(
    await git(['cat-file', '--batch'], ids.map(id => `${id}\n`).join('')),
  );
  return new Map(
    ids.map((id, index) => {
      const text = objects[index]?.toString('utf8') ?? '';
      const [head] = text.split('\n\n', 1);
      const seconds = /^committer .*> (\d+)/m.exec(head)?.[1] ?? '0';
      return [
        id,
        {
          committedAt: new Date(Number(seconds) * 1000).toISOString(),
          subject: text.slice(head.length + 2).split('\n', 1)[0],
        },
      ];
    }),
  );
}

/** The paths at which two trees differ, modes included; removed ones last. */
function compareTrees(
  before: readonly TreeEntry[],
  after: readonly TreeEntry[],
): string[] {
  const left = new Map(before.map(entry => [entry.path, entry]));
  const changed: string[] = [];
  for (const { path, kind, hash } of after) {
    const entry = left.get(path);
    left.delete(path);
    if (entry?.kind !== kind || entry.hash !== hash) {
      changed.push(path);
    }
  }
  return [...changed, ...left.keys()];
}
