/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
/** What makes the same changes in a checkout, as docs/command-line.md has it. */
export function fixCommand(rules: readonly string[]): string {
  return `npx @build-hygiene/cli fix --rule ${rules.join(' ')} --write`;
}
