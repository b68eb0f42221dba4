/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Splits one line of comma-separated values as BuildKit does for `--mount`:
 * double quotes around a field, `""` for a quote in it.
 * https://github.com/tonistiigi/go-csvvalue
 */
export function splitCommaSeparated(text: string): {
  fields: string[];
  error?: string;
} {
  const fields: string[] = [];
  if (text === '') {
    return { fields, error: 'EOF' };
  }
  let position = 0;
  for (;;) {
    if (text[position] !== '"') {
      const comma = text.indexOf(',', position);
      const end = comma < 0 ? text.length : comma;
      const field = text.slice(position, end);
      if (field.includes('"')) {
        return { fields, error: 'bare " in non-quoted field' };
      }
      fields.push(field);
      if (comma < 0) {
        return { fields };
      }
      position = comma + 1;
      continue;
    }
    const pieces: string[] = [];
    for (;;) {
      const quote = text.indexOf('"', position + 1);
      if (quote < 0) {
        return { fields, error: 'extraneous or missing " in quoted field' };
      }
      pieces.push(text.slice(position + 1, quote));
      position = quote + 1;
      if (text[position] !== '"') {
        break;
      }
      pieces.push('"');
    }
    fields.push(pieces.join(''));
    if (position === text.length) {
      return { fields };
    }
    if (text[position] !== ',') {
      return { fields, error: 'extraneous or missing " in quoted field' };
    }
    position++;
  }
}
