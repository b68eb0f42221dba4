/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildDraft } from './BuildDraft';

/** A build that a compose file or a bake file describes under a name. */
export interface DefinedBuild {
  /** The service, or the target. */
  name: string;
  /** The file. */
  path: string;
  /** The line of that file, from 1. */
  line: number;
  /** What is said of the build. Paths are relative to the file's folder. */
  draft: BuildDraft;
}
