/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal, as the action `build-hygiene:fix` compares it. */
export function digestOf(diff: string): string {
  return createHash('sha256').update(diff).digest('hex');
}
