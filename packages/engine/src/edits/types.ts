/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';

/**
 * Replaces the text of a span; an empty span inserts.
 *
 * @public
 */
export interface TextEdit {
  /** What goes, in UTF-16 offsets into the file's text as it was read. */
  span: Span;
  /** What comes instead. */
  text: string;
}

/**
 * What becomes of one file.
 *
 * @public
 */
export type FileChange =
  | {
      kind: 'edit';
      /** Repository path of a file that was read. */
      path: string;
      /** Spans that do not overlap, in any order. */
      edits: TextEdit[];
    }
  | {
      kind: 'create';
      /** Repository path that the repository does not have. */
      path: string;
      /** The whole file. */
      text: string;
    };

/**
 * A change of files that a rule proposes to close its findings on one subject.
 *
 * @public
 */
export interface FixProposal {
  /** What it does, in the imperative: `Copy the module files before the sources`. */
  title: string;
  /**
   * `safe`: the image's behaviour stays the same whatever the repository holds.
   * `needs-review`: it rests on something that the files do not show.
   */
  safety: 'safe' | 'needs-review';
  /** For `needs-review`: what a person has to look at, one sentence. */
  review?: string;
  /** At most one change a file. */
  changes: FileChange[];
}
