/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// The string is the whole line or the value of something, and its quotes are
// escaped.
const upToString = /^(?:.*[:=[,]\s?)?"/;
const behindString = /(?<!\\)".*$/;
const escape = /\\(?:u([0-9a-f]{4})|(["\\/bfrt]))/gi;
const escaped: Readonly<Record<string, string>> = {
  b: '',
  f: '',
  r: '',
  t: '\t',
};

function unescape(text: string): string {
  return text.replace(
    escape,
    (_, code: string | undefined, character: string) =>
      code === undefined
        ? escaped[character] ?? character
        : String.fromCharCode(parseInt(code, 16)),
  );
}

/** The lines of a text that stands as a JSON string in one line; none without. */
export function splitJsonText(line: string): string[] {
  const lines = line.split('\\n');
  if (!upToString.test(lines[0])) {
    return [];
  }
  const last = lines.length - 1;
  lines[0] = lines[0].replace(upToString, '');
  lines[last] = lines[last].replace(behindString, '');
  return lines.map(unescape);
}
