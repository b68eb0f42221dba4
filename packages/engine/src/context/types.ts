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
  path: string;
  patterns: IgnorePattern[];
  problems: { line: number; message: string }[];
}

/** @public */
export interface IgnorePattern {
  /** Cleaned, without `!`. */
  pattern: string;
  /** Whether it brings files back (`!`). */
  negated: boolean;
  line: number;
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
  ignoreFile?: DockerIgnore;
  /** What is sent. Never `symlink`-followed; links are entries of their own. */
  entries: readonly TreeEntry[];
  ignored: readonly TreeEntry[];
  /** Bytes of `entries`. */
  bytes: number;
  /** Bytes of `ignored`. */
  ignoredBytes: number;
}
