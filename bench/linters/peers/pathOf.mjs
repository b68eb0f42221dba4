/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { join } from 'node:path';

/** Where the Dockerfile of a place lies. */
export function pathOf({ folder, dockerfile }) {
  return join(folder, dockerfile);
}
