/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { IgnoreMatcher } from '../context/IgnoreMatcher';
import { selectFiles } from '../context/selectFiles';
import { comparePaths } from '../snapshot/comparePaths';
import { cleanPath, folderOf } from '../snapshot/repositoryPath';
import { ContextCopy } from '../units/contextCopies';
import { BuildUnit } from '../units/types';
import { digest } from './digest';

/** A path of the build context, and what stands there. */
export interface ContextEntry {
  /** Relative to the context. */
  path: string;
  /** The same text exactly when kind, mode and bytes are the same. */
  content: string;
  /** For a link: the path of the context that it leads to. */
  leadsTo?: string;
}

/**
 * The build context at one time: all of it, or no more than what differs from
 * another time, which is enough to tell the two apart.
 */
export type ContextState = readonly ContextEntry[];

/**
 * All of a unit's build context. Folders are part of it, as the builder is sent
 * those that are not ignored although all of their files are.
 */
export function readContextState(
  { context }: BuildUnit,
  { commit, hasGitFolder = true }: { commit: string; hasGitFolder?: boolean },
): ContextState {
  const matcher = context.ignoreFile && new IgnoreMatcher(context.ignoreFile);
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
  const entries: ContextEntry[] = context.entries.map(
    ({ path, kind, hash = '', target }) => ({
      path,
      content: `${kind} ${hash}`,
      ...(target !== undefined && {
        leadsTo: cleanPath(`${folderOf(path)}/${target}`),
      }),
    }),
  );
  // Any command of git may write to its folder; a commit always does.
  const metadata =
    hasGitFolder && context.directory === '' && !matcher?.isIgnored('.git/HEAD')
      ? [{ path: '.git/HEAD', content: commit }]
      : [];
  return [
    ...entries,
    ...[...folders].map(path => ({ path, content: 'folder' })),
    ...metadata,
  ].sort((left, right) => comparePaths(left.path, right.path));
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

/** A short text that is the same exactly when the entries are. */
export function identifyEntries(entries: readonly ContextEntry[]): string {
  return digest(
    entries.map(({ path, content }) => `${path}\0${content}`).join('\n'),
  );
}
