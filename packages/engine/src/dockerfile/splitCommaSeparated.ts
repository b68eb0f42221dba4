/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// https://pkg.go.dev/encoding/csv#pkg-variables
const BARE_QUOTE = 'bare " in non-quoted-field';
const QUOTE = 'extraneous or missing " in quoted-field';

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
        return { fields, error: at(position + field.indexOf('"'), BARE_QUOTE) };
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
        return { fields, error: at(position + 1, QUOTE) };
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
      return { fields, error: at(position - 1, QUOTE) };
    }
    position++;
  }
}

function at(position: number, message: string): string {
  return `parse error on line 1, column ${position + 1}: ${message}`;
}
