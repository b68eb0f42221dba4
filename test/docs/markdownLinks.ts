/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

function withoutCode(markdown: string): string {
  return markdown.replace(/^(`{3,})[^\n]*\n[^]*?^\1$/gm, '');
}

/** Targets of links and images, and sources of HTML images. */
export function readLinks(markdown: string): string[] {
  const text = withoutCode(markdown);
  return [
    ...text.matchAll(/\]\(([^()\s]+)\)/g),
    ...text.matchAll(/\b(?:src|srcset)="([^"]+)"/g),
  ].map(([, target]) => target);
}

/** The anchors that GitHub gives to the headings of a page. */
export function slugsOf(markdown: string): string[] {
  return [...withoutCode(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(
    ([, heading]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
  );
}
