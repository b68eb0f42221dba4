/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { lanesOf, toHex } from '../../cache/digest';

/**
 * Stands for the module files of a build: two builds with the same digest have
 * the same ones. It tells equal from different, and is no protection against
 * somebody who wants two to be alike.
 *
 * @public
 */
export function moduleFilesDigest(
  /** go.mod, go.sum, go.work and go.work.sum, in any order. */
  files: readonly { path: string; content: string }[],
): string {
  const sorted = files
    .map(({ path, content }) => [path, content.replace(/\r\n/g, '\n')] as const)
    .sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  return toHex(lanesOf(JSON.stringify(sorted)));
}
