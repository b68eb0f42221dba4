/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { IgnoreMatcher } from '../context/IgnoreMatcher';
import { BuildContext } from '../context/types';
import { selectFiles } from '../context/selectFiles';
import { comparePaths } from '../snapshot/comparePaths';
import { cleanPath, folderOf } from '../snapshot/repositoryPath';
import { TreeEntry } from '../snapshot/types';
import { ContextCopy } from '../units/contextCopies';
import { folderContexts } from '../units/namedContexts';
import { BuildUnit } from '../units/types';
import { digestAll, Lanes, lanesOf } from './digest';

/** A path of the build context, and what stands there. */
export interface ContextEntry {
  /** Relative to the context. */
  readonly path: string;
  /** The same text exactly when kind, mode and bytes are the same. */
  readonly content: string;
  /** For a link: the path of the context that it leads to. */
  readonly leadsTo?: string;
  /**
   * Repository path of the folder that `path` is relative to, when that is a
   * named context; undefined for the build context.
   */
  readonly directory?: string;
}

/**
 * The build context at one time: all of it, or no more than what differs from
 * another time, which is enough to tell the two apart.
 */
export type ContextState = readonly ContextEntry[];

/** Named contexts that are folders, by the repository path of the folder. */
export type FolderStates = ReadonlyMap<string, ContextState>;

/**
 * Reads all of a unit's build context, again and again: an entry that is as it
 * was is the same object, and Dockerfiles of one context share what was read.
 */
export class ContextReader {
  readonly #entries = new WeakMap<TreeEntry, ContextEntry>();
  readonly #folders = new Map<string, ContextEntry>();
  /** The same in named contexts, by the folder of the context. */
  readonly #named = new Map<string, WeakMap<ContextEntry, ContextEntry>>();
  readonly #states = new WeakMap<
    BuildContext,
    { metadata: string | undefined; state: ContextState }
  >();

  /**
   * Folders are part of the context, as the builder is sent those that are not
   * ignored although all of their files are.
   */
  read(
    { context }: Pick<BuildUnit, 'context'>,
    { commit, hasGitFolder = true }: { commit: string; hasGitFolder?: boolean },
  ): ContextState {
    const matcher = context.ignoreFile && new IgnoreMatcher(context.ignoreFile);
    // Any command of git may write to its folder; a commit always does.
    const metadata =
      hasGitFolder &&
      context.directory === '' &&
      !matcher?.isIgnored('.git/HEAD')
        ? commit
        : undefined;
    const known = this.#states.get(context);
    if (known && known.metadata === metadata) {
      return known.state;
    }
    const state = [
      ...context.entries.map(entry => this.#readEntry(entry)),
      ...foldersOf(context, matcher).map(path => this.#readFolder(path)),
      ...(metadata === undefined
        ? []
        : [{ path: '.git/HEAD', content: metadata }]),
    ].sort((left, right) => comparePaths(left.path, right.path));
    this.#states.set(context, { metadata, state });
    return state;
  }

  /** All of the named contexts that are folders. */
  readFolders(
    unit: BuildUnit,
    options: { commit: string; hasGitFolder?: boolean },
  ): FolderStates {
    return new Map(
      folderContexts(unit).map(folder => {
        const { directory } = folder.context;
        const state = this.read(folder, options);
        return [directory, this.#readBelow(directory, state)];
      }),
    );
  }

  #readBelow(directory: string, state: ContextState): ContextState {
    const known = this.#named.get(directory) ?? new WeakMap();
    this.#named.set(directory, known);
    return state.map(entry => {
      const named = known.get(entry) ?? { ...entry, directory };
      known.set(entry, named);
      return named;
    });
  }

  #readEntry(entry: TreeEntry): ContextEntry {
    let known = this.#entries.get(entry);
    if (!known) {
      const { path, kind, hash = '', target } = entry;
      known = {
        path,
        content: `${kind} ${hash}`,
        ...(target !== undefined && {
          leadsTo: cleanPath(`${folderOf(path)}/${target}`),
        }),
      };
      this.#entries.set(entry, known);
    }
    return known;
  }

  #readFolder(path: string): ContextEntry {
    const known = this.#folders.get(path) ?? { path, content: 'folder' };
    this.#folders.set(path, known);
    return known;
  }
}

/** The folders that the builder is sent. */
function foldersOf(
  context: BuildContext,
  matcher: IgnoreMatcher | undefined,
): string[] {
  const folders = new Set<string>();
  for (const { path } of context.entries) {
    addFoldersOf(path, folders);
  }
  const others = new Set<string>();
  for (const { path } of context.ignored) {
    addFoldersOf(path, others);
  }
  for (const folder of others) {
    if (!matcher?.isIgnored(folder)) {
      folders.add(folder);
    }
  }
  return [...folders];
}

function addFoldersOf(path: string, folders: Set<string>): void {
  for (
    let folder = folderOf(path);
    folder !== '' && !folders.has(folder);
    folder = folderOf(folder)
  ) {
    folders.add(folder);
  }
}

/**
 * The entries of the context that a copy takes. A variable without a value in
 * the name of a source stands for any text.
 */
export function takenEntries(
  copy: ContextCopy,
  entries: ContextState,
): ContextEntry[] {
  if (entries.length === 0) {
    return [];
  }
  const sources = copy.sources.map(({ pattern }) => pattern);
  const { exclude, parents } = copy;
  const taken = selectFiles({ entries }, { sources, exclude, parents }).entries;
  // A link that is copied by its name is followed.
  const followed = taken.flatMap(({ path, leadsTo }) =>
    leadsTo !== undefined &&
    copy.sources.some(source => source.pick(path) === '')
      ? selectFiles({ entries }, { sources: [leadsTo], exclude }).entries
      : [],
  );
  return followed.length > 0 ? [...taken, ...followed] : taken;
}

/** Entries do not change, and are compared in one build after another. */
const lanes = new WeakMap<ContextEntry, Lanes>();

const NO_ENTRIES = digestAll([]);

/** A short text that is the same exactly when the entries are. */
export function identifyEntries(entries: readonly ContextEntry[]): string {
  if (entries.length === 0) {
    return NO_ENTRIES;
  }
  return digestAll(
    entries.map(entry => {
      let known = lanes.get(entry);
      if (!known) {
        known = lanesOf(`${entry.path}\0${entry.content}`);
        lanes.set(entry, known);
      }
      return known;
    }),
  );
}
