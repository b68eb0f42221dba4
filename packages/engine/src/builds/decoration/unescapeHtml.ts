/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"',
};
const entity = /&(?:(amp|apos|gt|lt|quot)|#(\d{2,3})|#x([0-9a-f]{2}));/gi;

/**
 * A line as it was before somebody copied it out of a page's source. A line that
 * has such characters in plain is none of a page's: its entities are its own.
 */
export function unescapeHtml(line: string): string {
  if (!line.includes('&') || /[<>"']/.test(line)) {
    return line;
  }
  return line.replace(
    entity,
    (_, name?: string, decimal?: string, hex?: string) =>
      name === undefined
        ? String.fromCharCode(
            decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal),
          )
        : named[name.toLowerCase()],
  );
}
