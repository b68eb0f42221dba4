/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * A text that Markdown shows as it is, but for code in backticks, which stays
 * code. Names of people and numbers of issues do not become links.
 */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      index % 2 === 1 ? codeSpan(part.slice(1, -1)) : escapePlain(part),
    )
    .join('');
}

/** A code span, whatever backticks are in the text. */
export function codeSpan(text: string): string {
  const shown = oneLine(text);
  const fence = '`'.repeat(longestRun(shown) + 1);
  // Spaces inside the fence keep backticks at the ends apart from it.
  const space = /^`|`$/.test(shown) || shown === '' ? ' ' : '';
  return `${fence}${space}${shown}${space}${fence}`;
}

/** A block of code, whatever fences are in the text. */
export function fenced(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/(?<!\n)\n+$/, '')}\n${fence}`;
}

/** A text inside of HTML, where Markdown is not read. */
export function escapeHtml(text: string): string {
  return withoutLinks(
    oneLine(text)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;'),
  );
}

/** A pipe ends a cell, even in a code span. */
export function cell(text: string): string {
  return text.replace(/\|/g, '\\|');
}

function escapePlain(text: string): string {
  return (
    withoutLinks(
      text
        .replace(/[\\`*_{}[\]()~$]/g, '\\$&')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;'),
    )
      // A backslash would be one too many in the cell of a table.
      .replace(/\|/g, '&#124;')
  );
}

/** An empty comment keeps names, numbers and addresses from becoming links. */
function withoutLinks(text: string): string {
  return text.replace(/[@#](?=\w)|:(?=\/\/)/g, '$&<!-- -->');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));
}
