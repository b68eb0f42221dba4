/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A value without the quotes around all of it, variables still in it. */
export function unquote(text: string): string {
  const match = /^(["'])([^]*)\1$/.exec(text);
  return match ? match[2] : text;
}
