/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createHash } from 'node:crypto';

/**
 * The hash of a go.mod as go.sum and the checksum database have it: that of a
 * listing with one file.
 * https://go.dev/ref/mod#go-sum-files
 */
export function goModHash(text: string): string {
  const file = createHash('sha256').update(text).digest('hex');
  const listing = createHash('sha256').update(`${file}  go.mod\n`);
  return `h1:${listing.digest('base64')}`;
}
