/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all files in a folder and below, in alphabetical order. */
export function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(root, path)).isFile())
    .map(path => path.replaceAll('\\', '/'))
    .sort();
}
