/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildFileKind } from './buildFileKind';

/**
 * Whether the text of the file at this repository path tells how images and
 * modules are built: Dockerfiles, ignore files, Go module files, CI pipelines,
 * compose and bake files, make files, tool version files.
 *
 * @public
 */
export function isBuildRelevant(path: string): boolean {
  return buildFileKind(path) !== undefined;
}
