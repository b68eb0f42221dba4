/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Reads what is stored, and changes nothing. */
export const readOnly = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
