/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';
import { TreeEntry } from '../snapshot/types';

/**
 * A `.dockerignore` file, or a `<Dockerfile>.dockerignore`.
 *
 * Semantics: https://docs.docker.com/build/concepts/context/#dockerignore-files
 * and `moby/patternmatcher`.
 *
 * @public
 */
export interface DockerIgnore {
  /** Repository path of the file. */
  path: string;
  /** In the order of the file: the last one that matches decides. */
  patterns: IgnorePattern[];
  /** Lines that the builder rejects. */
  problems: { line: number; message: string }[];
}

/**
 * A line of an ignore file.
 *
 * @public
 */
export interface IgnorePattern {
  /** Cleaned, without `!`. */
  pattern: string;
  /** Whether it brings files back (`!`). */
  negated: boolean;
  /** Line of the pattern, from 1. */
  line: number;
  /** Where it stands. */
  span: Span;
}

/**
 * The build context as the builder sees it: the tree below the context's
 * folder without what the ignore file drops. Paths are relative to the
 * context's folder.
 *
 * @public
 */
export interface BuildContext {
  /** Repository path of the context's folder, `''` for the root. */
  directory: string;
  /** The ignore file in force, if there is one. */
  ignoreFile?: DockerIgnore;
  /** What is sent. Never `symlink`-followed; links are entries of their own. */
  entries: readonly TreeEntry[];
  /** What the ignore file drops. */
  ignored: readonly TreeEntry[];
  /** Bytes of `entries`. */
  bytes: number;
  /** Bytes of `ignored`. */
  ignoredBytes: number;
}
