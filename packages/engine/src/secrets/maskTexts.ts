/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from './maskSecrets';

function mask(value: unknown): unknown {
  if (typeof value === 'string') {
    return maskSecrets(value);
  }
  if (Array.isArray(value)) {
    return value.map(mask);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, mask(item)]),
    );
  }
  return value;
}

/** A copy with the secrets of all its texts masked; names of fields stay. */
export function maskTexts<T extends object>(value: T): T {
  return mask(value) as T;
}
