/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { matchPath } from '../snapshot/matchPath';
import { baseName, cleanPath } from '../snapshot/repositoryPath';
import { TreeEntry } from '../snapshot/types';
import { IgnoreMatcher } from './IgnoreMatcher';
import { parseDockerIgnore } from './parseDockerIgnore';

/**
 * What a COPY or ADD names of the build context.
 *
 * @public
 */
export interface FileSelection {
  /** As written, variables expanded; no heredocs and no remote sources. */
  sources: readonly string[];
  /** Values of `--exclude`. */
  exclude?: readonly string[];
  /** Whether `--parents` is set. */
  parents?: boolean;
}

/**
 * The files that a selection takes.
 *
 * @public
 */
export interface SelectedFiles<Entry extends { path: string } = TreeEntry> {
  /** In the order of the context, each once. */
  entries: Entry[];
  /** Sources that match nothing. BuildKit fails on those without wildcard. */
  unmatched: { source: string; wildcard: boolean }[];
}

/** One source of a selection. */
export interface SelectedSource {
  /** Relative to the context, cleaned; `''` for the whole context. */
  path: string;
  wildcard: boolean;
  /**
   * The path of a selected file relative to the folder that is copied, `''` for
   * a file that is copied by name, and `undefined` for a file that is not
   * selected.
   */
  pick(path: string): string | undefined;
}

/**
 * The files of a build context that a COPY or ADD takes, and that are so part
 * of its cache key. Sources cannot leave the context: `../a` is `a`. Wildcards
 * are those of Go's `filepath.Match`; with `--parents` those of ignore files,
 * with `**`.
 *
 * Source: `dispatchCopy` in
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go
 *
 * @public
 */
export function selectFiles<Entry extends { path: string } = TreeEntry>(
  context: { entries: readonly Entry[] },
  selection: FileSelection,
): SelectedFiles<Entry> {
  const exclude = createMatcher(selection.exclude ?? []);
  const { entries } = context;
  const selected = new Uint8Array(entries.length);
  const unmatched: SelectedFiles['unmatched'] = [];
  for (const text of selection.sources) {
    const source = readSource(text, selection.parents ?? false);
    let matched = false;
    for (let index = 0; index < entries.length; index++) {
      const { path } = entries[index];
      const relative = source.pick(path);
      if (relative !== undefined) {
        matched = true;
        if (!exclude?.isIgnored(relative || baseName(path))) {
          selected[index] = 1;
        }
      }
    }
    // The context itself is always there, empty or not.
    if (!matched && source.path !== '') {
      unmatched.push({ source: text, wildcard: source.wildcard });
    }
  }
  return {
    entries: entries.filter((_, index) => selected[index] === 1),
    unmatched,
  };
}

/** Reads a source of COPY or ADD, variables expanded. */
export function readSource(text: string, parents: boolean): SelectedSource {
  if (parents) {
    return readParentsSource(text);
  }
  const path = cleanPath(text);
  if (hasWildcard(path)) {
    return { path, wildcard: true, pick: createWildcardPicker(path) };
  }
  const folder = path === '' ? '' : `${path}/`;
  return {
    path,
    wildcard: false,
    pick: file => {
      if (file === path) {
        return '';
      }
      return file.startsWith(folder) ? file.slice(folder.length) : undefined;
    },
  };
}

/** What stands behind `/./` is kept, or else all of the path. */
function readParentsSource(text: string): SelectedSource {
  const pivot = text.indexOf('/./');
  const root = pivot < 0 ? '' : cleanPath(text.slice(0, pivot));
  const below = cleanPath(pivot < 0 ? text : text.slice(pivot + 3));
  let pick: SelectedSource['pick'] | undefined;
  return {
    path: cleanPath(text),
    wildcard: hasWildcard(text),
    pick: path => {
      pick ??= createParentsPicker(root, below);
      return pick(path);
    },
  };
}

function createWildcardPicker(pattern: string): SelectedSource['pick'] {
  const depth = pattern.split('/').length;
  return path => {
    const parts = path.split('/');
    const head = parts.slice(0, depth).join('/');
    return parts.length < depth || !matchPath(pattern, head)
      ? undefined
      : parts.slice(depth).join('/');
  };
}

function createParentsPicker(
  root: string,
  below: string,
): (path: string) => string | undefined {
  const include = below === '' ? undefined : createMatcher([below]);
  const depth = root.split('/').length;
  return path => {
    const parts = path.split('/');
    const head = root === '' ? '' : parts.slice(0, depth).join('/');
    if (root !== '' && !matchPath(root, head)) {
      return undefined;
    }
    const relative = root === '' ? path : parts.slice(depth).join('/');
    return include === undefined || include.isIgnored(relative)
      ? relative
      : undefined;
  };
}

/** An ignore matcher over patterns that come from flags. */
function createMatcher(patterns: readonly string[]): IgnoreMatcher | undefined {
  return patterns.length > 0
    ? new IgnoreMatcher(parseDockerIgnore(patterns.join('\n'), { path: '' }))
    : undefined;
}

function hasWildcard(text: string): boolean {
  return /[*?[\\]/.test(text);
}
