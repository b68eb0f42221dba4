/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { folderOf } from '../snapshot/repositoryPath';
import {
  compileIgnorePattern,
  IgnoreExpression,
  matchesIgnoreExpression,
} from './ignoreExpression';
import { DockerIgnore } from './types';

interface Match {
  ignored: boolean;
  /** Which patterns matched, by position. */
  matched: readonly boolean[];
}

/**
 * Matches paths against an ignore file: the last pattern that matches a path,
 * or a folder above it, decides. Follows `MatchesUsingParentResults` of
 * `moby/patternmatcher`, with the results of each folder kept.
 */
export class IgnoreMatcher {
  readonly #patterns: { expression: IgnoreExpression; negated: boolean }[];
  readonly #folders = new Map<string, Match>();

  constructor(ignore: Pick<DockerIgnore, 'patterns'>) {
    this.#patterns = ignore.patterns.map(({ pattern, negated }) => ({
      expression: compileIgnorePattern(pattern),
      negated,
    }));
  }

  /** Whether a path, relative to the context, is left out of it. */
  isIgnored(path: string): boolean {
    return this.#match(path, this.#matchFolder(folderOf(path))).ignored;
  }

  /** The position of the pattern that leaves a path out, if one does. */
  decidingPattern(path: string): number | undefined {
    const { ignored, matched } = this.#match(
      path,
      this.#matchFolder(folderOf(path)),
    );
    return ignored ? matched.lastIndexOf(true) : undefined;
  }

  #matchFolder(folder: string): Match | undefined {
    if (folder === '') {
      return undefined;
    }
    let match = this.#folders.get(folder);
    if (!match) {
      match = this.#match(folder, this.#matchFolder(folderOf(folder)));
      this.#folders.set(folder, match);
    }
    return match;
  }

  #match(path: string, parent: Match | undefined): Match {
    let ignored = false;
    const matched = this.#patterns.map(({ expression, negated }, index) => {
      if (!parent?.matched[index]) {
        // A pattern that could not change the result is passed over, and counts
        // as not matched for what is below.
        if (negated !== ignored || !matchesIgnoreExpression(expression, path)) {
          return false;
        }
      }
      ignored = !negated;
      return true;
    });
    return { ignored, matched };
  }
}

/**
 * Whether a path, relative to the context, is left out of the context. For
 * many paths, {@link readBuildContext} is faster.
 *
 * @public
 */
export function isIgnored(ignore: DockerIgnore, path: string): boolean {
  return new IgnoreMatcher(ignore).isIgnored(path);
}
