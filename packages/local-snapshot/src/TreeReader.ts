/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { snapshotLimits, TreeEntry } from '@build-hygiene/engine';
import { Folder } from './Folder';
import { ObjectReader } from './ObjectReader';
import { readTree, TreeObjectEntry } from './readTree';

/** Bytes of one tree object: 200,000 names in one folder have some 10 MB. */
const MAXIMUM_TREE_BYTES = 64 * 1024 * 1024;
/** Files and folders of one commit. A few objects can claim billions. */
const MAXIMUM_ENTRIES = snapshotLimits.treeEntries * 5;
/** Characters of all their paths: each names the folders above it. */
const MAXIMUM_PATHS = 256 * 1024 * 1024;

/** A folder of a commit while it is read. */
interface OpenFolder {
  hash: string;
  /** With a slash at its end; `''` for the one that is read. */
  path: string;
  /** The same folder in the commit before. */
  before: Folder | undefined;
  entries: readonly TreeObjectEntry[];
  files: Map<string, TreeEntry>;
  folders: Map<string, OpenFolder | Folder>;
}

/** Lists the files of commits, reading of each what the one before had not. */
export class TreeReader {
  readonly #contents: ObjectReader;
  readonly #headers: ObjectReader;
  readonly #folder: readonly string[];
  readonly #sizes = new Map<string, number>();

  constructor(options: {
    /** Reads contents. */
    contents: ObjectReader;
    /** Reads no more than sizes. */
    headers: ObjectReader;
    /** The folder that is listed; its path, each byte as a character. */
    folder: string;
  }) {
    this.#contents = options.contents;
    this.#headers = options.headers;
    this.#folder = options.folder.split('/').filter(Boolean);
  }

  /** The folder at a commit; undefined where the commit does not have it. */
  async read(
    commit: string,
    before: Folder | undefined,
  ): Promise<Folder | undefined> {
    let { id: hash, entries } = (
      await this.#readTrees([`${commit}^{tree}`])
    )[0];
    for (const name of this.#folder) {
      const found = entries.find(({ bytes }) => bytes === name);
      if (found?.kind !== 'folder') {
        return undefined;
      }
      [{ id: hash, entries }] = await this.#readTrees([found.hash]);
    }
    if (before?.hash === hash) {
      return before;
    }
    const open = await this.#readFolders(
      { hash, path: '', before, entries, files: new Map(), folders: new Map() },
      commit,
    );
    await this.#readSizes(open);
    return closeFolders(open);
  }

  /** All folders that are not as before, those above others first. */
  async #readFolders(root: OpenFolder, commit: string): Promise<OpenFolder[]> {
    const all = [root];
    let entries = 0;
    let characters = 0;
    for (let level = [root]; level.length > 0; ) {
      const next: OpenFolder[] = [];
      // Counted before anything is made of them: a level can have ten times the
      // entries of all above it.
      for (const folder of level) {
        entries += folder.entries.length;
      }
      checkSize(commit, { entries, characters });
      for (const folder of level) {
        for (const entry of folder.entries) {
          const path = `${folder.path}${entry.name}`;
          characters += path.length;
          checkSize(commit, { entries, characters });
          addEntry(entry, { path, folder, next });
        }
      }
      const trees = new Map(
        (await this.#readTrees([...new Set(next.map(({ hash }) => hash))])).map(
          tree => [tree.id, tree.entries],
        ),
      );
      for (const folder of next) {
        folder.entries = trees.get(folder.hash) ?? [];
        all.push(folder);
      }
      level = next;
    }
    return all;
  }

  async #readTrees(
    ids: readonly string[],
  ): Promise<{ id: string; entries: TreeObjectEntry[] }[]> {
    const objects = await this.#contents.read(ids, ({ type, size }) =>
      type === 'tree' && size <= MAXIMUM_TREE_BYTES ? size : 0,
    );
    return objects.map(({ id, type, size, content }) => {
      if (size > MAXIMUM_TREE_BYTES) {
        throw new Error(
          `the tree ${id} has ${size} bytes, the bound is ${MAXIMUM_TREE_BYTES}`,
        );
      }
      const entries =
        type === 'tree' ? readTree(content, id.length / 2) : undefined;
      if (!entries) {
        throw new Error(`the tree ${id} is damaged`);
      }
      return { id, entries };
    });
  }

  /** Asks for the size of each blob that is new. */
  async #readSizes(folders: readonly OpenFolder[]): Promise<void> {
    const unknown = folders.flatMap(({ files, before }) =>
      [...files]
        .filter(
          ([name, entry]) =>
            before?.own.get(name) !== entry && entry.kind !== 'submodule',
        )
        .map(([, entry]) => entry),
    );
    if (this.#sizes.size > snapshotLimits.treeEntries * 2) {
      this.#sizes.clear();
    }
    const hashes = new Set<string>();
    for (const { hash = '' } of unknown) {
      if (!this.#sizes.has(hash)) {
        hashes.add(hash);
      }
    }
    for (const blob of await this.#headers.find([...hashes], () => 0)) {
      // One that is lost, and that nobody reads, keeps the size 0.
      if (blob) {
        this.#sizes.set(blob.id, blob.size);
      }
    }
    for (const entry of unknown) {
      entry.size = this.#sizes.get(entry.hash ?? '') ?? 0;
    }
  }
}

function checkSize(
  commit: string,
  { entries, characters }: { entries: number; characters: number },
): void {
  if (entries > MAXIMUM_ENTRIES || characters > MAXIMUM_PATHS) {
    throw new Error(
      `the commit ${commit} has more than ${MAXIMUM_ENTRIES} files and folders, or paths of more than ${MAXIMUM_PATHS} characters`,
    );
  }
}

/** Takes what the commit before had, or leaves it to be read. */
function addEntry(
  { bytes, kind, hash }: TreeObjectEntry,
  {
    path,
    folder: { before, files, folders },
    next,
  }: { path: string; folder: OpenFolder; next: OpenFolder[] },
): void {
  if (kind !== 'folder') {
    const known = before?.own.get(bytes);
    files.set(
      bytes,
      known?.kind === kind && known.hash === hash
        ? known
        : { path, kind, size: 0, hash },
    );
    return;
  }
  const known = before?.folders.get(bytes);
  if (known?.hash === hash) {
    folders.set(bytes, known);
    return;
  }
  const open: OpenFolder = {
    hash,
    path: `${path}/`,
    before: known,
    entries: [],
    files: new Map(),
    folders: new Map(),
  };
  folders.set(bytes, open);
  next.push(open);
}

/** The folders with all that is below them; the first one is returned. */
function closeFolders(open: readonly OpenFolder[]): Folder | undefined {
  const closed = new Map<OpenFolder | Folder, Folder>();
  let last: Folder | undefined;
  // Those below come behind those above.
  for (const folder of [...open].reverse()) {
    const folders = new Map<string, Folder>();
    for (const [name, child] of folder.folders) {
      folders.set(name, 'entries' in child ? closed.get(child)! : child);
    }
    const files: TreeEntry[] = [];
    for (const { bytes, kind } of folder.entries) {
      if (kind === 'folder') {
        for (const file of folders.get(bytes)?.files ?? []) {
          files.push(file);
        }
      } else {
        const file = folder.files.get(bytes);
        if (file) {
          files.push(file);
        }
      }
    }
    last = { hash: folder.hash, files, own: folder.files, folders };
    closed.set(folder, last);
  }
  return last;
}
