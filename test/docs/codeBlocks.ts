/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export interface CodeBlock {
  language: string;
  text: string;
}

/** The fenced code of a page. */
export function readCodeBlocks(markdown: string): CodeBlock[] {
  return [...markdown.matchAll(/^(`{3,})(\w*)[^\n]*\n([^]*?)\n^\1$/gm)].map(
    ([, , language, text]) => ({ language, text }),
  );
}
