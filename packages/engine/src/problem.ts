/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Something that is wrong with an input. A bad file is data, not an exception:
 * readers return what they could make of it together with a list of problems.
 *
 * @public
 */
export interface Problem {
  /** Path of the file, relative to the repository root, `/` as separator. */
  path: string;
  /** 1-based line, where one is known. */
  line?: number;
  /** 1-based column in UTF-16 code units, where one is known. */
  column?: number;
  /** What kind of problem; see {@link ProblemCode}. */
  code: ProblemCode;
  /** One sentence for a person: what is wrong, and what was done about it. */
  message: string;
}

/**
 * - `parse`: the file's syntax is wrong at that place; the rest was still read.
 * - `binary`: the file is not text.
 * - `too-large`: the file is over the size bound and was not read.
 * - `limit`: a bound on files, bytes, entries or time was reached.
 * - `link`: a symbolic link or submodule, which is never followed.
 * - `unreadable`: the file could not be read (permission, encoding, host).
 *
 * @public
 */
export type ProblemCode =
  | 'parse'
  | 'binary'
  | 'too-large'
  | 'limit'
  | 'link'
  | 'unreadable';
