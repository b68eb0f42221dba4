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
  /** The files of the folder at that commit. */
  snapshot: Snapshot;
}

/**
 * The first-parent history of the checked-out commit, the oldest of the last
 * `commits` first, each with the files below the folder. Reads git's objects
 * only; the work tree does not matter.
 *
 * @throws Error when the folder is in no git repository, has no commit, or git
 * is not installed
 *
 * @public
 */
export async function* readHistory(
  directory: string,
  options: { commits: number; signal?: AbortSignal },
): AsyncGenerator<HistoryCommit> {
  const { signal } = options;
  const git = (args: string[], input?: string) =>
    runGit(directory, args, { input, signal });
  const prefix = (await git(['rev-parse', '--show-prefix']))
    .toString('utf8')
    .replace(/\n$/, '');
  const ids = (
    await git([
      'rev-list',
      '--first-parent',
      `--max-count=${options.commits}`,
      'HEAD',
    ])
  )
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .reverse();
  const reader = new BlobReader(git);
  const commits = await readCommits(ids, git);
  for (const id of ids) {
    const tree = await readTree(`${id}:${prefix}`, git);
    const links = tree.filter(({ kind }) => kind === 'symlink');
    const wanted = new Set(planReading(tree).paths);
    const texts = await reader.read([
      ...tree.filter(({ path }) => wanted.has(path)),
      ...links.slice(0, MAXIMUM_LINKS),
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
    yield { id, ...commits.get(id)!, snapshot };
  }
}

const MAXIMUM_LINKS = 1000;

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

async function readTree(treeish: string, git: Git): Promise<TreeEntry[]> {
  let listing: Buffer;
  try {
    listing = await git(['ls-tree', '-r', '-z', '--long', treeish]);
  } catch (error) {
    if (/not a tree|Not a valid object name/i.test(String(error))) {
      // The folder was not there yet.
      return [];
    }
    throw error;
  }
  return listing
    .toString('utf8')
    .split('\0')
    .flatMap(line => {
      const [, mode, hash, size, path] =
        /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([^]*)$/.exec(line) ?? [];
      return path === undefined
        ? []
        : [
            {
              path,
              kind: kinds[mode] ?? 'file',
              size: Number(size) || 0,
              hash,
            },
          ];
    });
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
