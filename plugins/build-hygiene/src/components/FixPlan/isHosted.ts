/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Whether a service's files are in a repository of a host. */
export function isHosted(source: string | undefined): boolean {
  return source !== undefined && /^https?:/.test(source);
}
