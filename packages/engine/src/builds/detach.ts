/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * The same text in memory of its own. A piece of a string keeps the whole of it
 * alive, as engines for JavaScript do it: of a name that is kept, all the log
 * around it.
 */
export function detach(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
