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
import { changedPaths } from './Folder';
import { ObjectReader } from './ObjectReader';
import { runGit } from './runGit';
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
/** Of a commit object; what lies behind is more of its message. */
const MAXIMUM_COMMIT_BYTES = 64 * 1024;

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
  const { commits: count, signal } = options;
  if (!Number.isInteger(count) || count < 1 || count > MAXIMUM_COMMITS) {
    throw new RangeError(
      `the number of commits must be from 1 to ${MAXIMUM_COMMITS}`,
    );
  }
  const git = (args: string[]) => runGit(directory, args, { signal });
  const prefix = (await git(['rev-parse', '--show-prefix']))
    .toString('latin1')
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
  const contents = new ObjectReader(directory, { contents: true, signal });
  const headers = new ObjectReader(directory, { contents: false, signal });
  try {
    yield* readCommits(ids, {
      ...options,
      contents,
      trees: new TreeReader({ contents, headers, folder: prefix }),
      folder: Buffer.from(prefix, 'latin1').toString('utf8'),
    });
  } finally {
    contents.close();
    headers.close();
  }
}

async function* readCommits(
  ids: string[],
  options: ReadHistoryOptions & {
    contents: ObjectReader;
    trees: TreeReader;
    folder: string;
  },
): AsyncGenerator<HistoryCommit> {
  const { commits: count, alsoRead, signal, contents, trees, folder } = options;
  const asked = new Set(alsoRead);
  const blobs = new BlobReader(contents);
  let before =
    ids.length > count ? await trees.read(ids.shift()!, undefined) : undefined;
  for (const id of ids) {
    signal?.throwIfAborted();
    const after = await trees.read(id, before);
    const changed = changedPaths(before, after);
    before = after;
    const tree = after?.files ?? [];
    const wanted = new Set(planReading(tree).paths);
    const links: TreeEntry[] = [];
    for (const entry of tree) {
      const { path, kind, size } = entry;
      if (kind === 'symlink') {
        if (size <= MAXIMUM_TARGET && links.length < MAXIMUM_LINKS) {
          links.push(entry);
        }
      } else if (
        asked.has(path) &&
        kind !== 'submodule' &&
        size <= snapshotLimits.fileBytes
      ) {
        wanted.add(path);
      }
    }
    const texts = await blobs.read([
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
    yield {
      id,
      ...(await readCommit(id, contents)),
      changedPaths: changed,
      folder,
      snapshot,
    };
  }
}

/** Time and subject, from the raw commit object: `git log` has settings. */
async function readCommit(
  id: string,
  objects: ObjectReader,
): Promise<Pick<HistoryCommit, 'committedAt' | 'subject'>> {
  const [{ content }] = await objects.read([id], () => MAXIMUM_COMMIT_BYTES);
  const text = content.toString('utf8');
  const [head] = text.split('\n\n', 1);
  const seconds = /^committer .*> (\d{1,12})/m.exec(head)?.[1] ?? '0';
  return {
    committedAt: new Date(Number(seconds) * 1000).toISOString(),
    subject: text.slice(head.length + 2).split('\n', 1)[0],
  };
}
