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
  TreeEntryKind,
} from '@build-hygiene/engine';
import { runGit } from './runGit';

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

type Git = (args: string[], input?: string) => Promise<Buffer>;

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

const kinds: Readonly<Record<string, TreeEntryKind>> = {
  '100644': 'file',
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
};

/** Lists trees, asking for the size of each blob only once. */
class TreeReader {
  readonly #git: Git;
  readonly #sizes = new Map<string, number>();

  constructor(git: Git) {
    this.#git = git;
  }

  /**
   * The files below the folder that git runs in, relative to it: that is what
   * ls-tree lists there. None where the commit does not have the folder.
   */
  async read(commit: string): Promise<TreeEntry[]> {
    const listing = (await this.#git(['ls-tree', '-r', '-z', commit])).toString(
      'utf8',
    );
    const entries: { path: string; kind: TreeEntryKind; hash: string }[] = [];
    for (const line of listing.split('\0')) {
      // `100644 blob 1f7a7a472abf3dd9643fd615f6da379c4acb3e3a<tab>path`
      const tab = line.indexOf('\t');
      if (tab > 0) {
        const [mode, , hash] = line.slice(0, tab).split(' ');
        const kind = kinds[mode] ?? 'file';
        entries.push({ path: line.slice(tab + 1), kind, hash });
      }
    }
    await this.#readSizes(entries);
    return entries.map(({ path, kind, hash }) => ({
      path,
      kind,
      size: this.#sizes.get(hash) ?? 0,
      hash,
    }));
  }

  async #readSizes(
    entries: readonly { kind: TreeEntryKind; hash: string }[],
  ): Promise<void> {
    const missing = new Set<string>();
    for (const { kind, hash } of entries) {
      if (kind !== 'submodule' && !this.#sizes.has(hash)) {
        missing.add(hash);
      }
    }
    if (missing.size === 0) {
      return;
    }
    if (this.#sizes.size > snapshotLimits.treeEntries * 2) {
      this.#sizes.clear();
      return this.#readSizes(entries);
    }
    const answer = await this.#git(
      ['cat-file', '--batch-check=%(objectname) %(objectsize)'],
      [...missing].join('\n'),
    );
    for (const line of answer.toString('latin1').split('\n')) {
      const [hash, size] = line.split(' ');
      this.#sizes.set(hash, Number(size) || 0);
    }
  }
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

/** Reads blobs, each once over the whole history while the bound allows. */
class BlobReader {
  readonly #git: Git;
  readonly #known = new Map<string, Buffer>();
  #bytes = 0;

  constructor(git: Git) {
    this.#git = git;
  }

  async read(entries: readonly TreeEntry[]): Promise<Map<string, Buffer>> {
    if (this.#bytes > snapshotLimits.totalBytes * 4) {
      this.#known.clear();
      this.#bytes = 0;
    }
    const missing = [
      ...new Set(entries.flatMap(({ hash }) => hash ?? [])),
    ].filter(hash => !this.#known.has(hash));
    if (missing.length > 0) {
      const objects = splitBatch(
        await this.#git(
          ['cat-file', '--batch'],
          missing.map(hash => `${hash}\n`).join(''),
        ),
      );
      for (const [index, hash] of missing.entries()) {
        const content = objects[index];
        if (content) {
          this.#known.set(hash, content);
          this.#bytes += content.length;
        }
      }
    }
    return new Map(
      entries.flatMap(({ path, hash }) => {
        const content = this.#known.get(hash ?? '');
        return content ? [[path, content] as const] : [];
      }),
    );
  }
}

/** The objects of `git cat-file --batch` in order; undefined for missing ones. */
function splitBatch(answer: Buffer): (Buffer | undefined)[] {
  const objects: (Buffer | undefined)[] = [];
  let offset = 0;
  while (offset < answer.length) {
    const lineEnd = answer.indexOf(10, offset);
    const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(
      answer.toString('latin1', offset, lineEnd),
    )?.[1];
    if (size === undefined) {
      objects.push(undefined);
      offset = lineEnd + 1;
    } else {
      const start = lineEnd + 1;
      const end = start + Number(size);
      objects.push(Buffer.from(answer.subarray(start, end)));
      offset = end + 1;
    }
  }
  return objects;
}
