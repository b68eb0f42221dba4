/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** PostgreSQL's text cannot hold a zero character. */
export function storableText(text: string | undefined): string | null {
  return text?.replaceAll('\0', '') ?? null;
}
