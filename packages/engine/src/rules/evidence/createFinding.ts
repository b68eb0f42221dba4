/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from '../../secrets';
import { Finding } from '../types';
import { once } from './once';

const maximumLines = 3;
const maximumLineLength = 200;

/** Where a finding is, what it says, and the text that shows it. */
export interface FindingInput {
  path: string;
  line: number;
  endLine?: number;
  message: string;
  /** The file's text; without it the finding has no excerpt. */
  source?: string;
  /** Texts that the excerpt must not show, beside what masking finds. */
  hidden?: readonly string[];
}

/** The excerpts of a file that were made, by their lines. */
const excerptsOf = once(
  (_file: { source: string }) => new Map<string, string>(),
);

/** A finding at a place of a file, such as an instruction of a Dockerfile. */
export function findingAt(
  file: { path: string; source: string },
  { line, endLine = line }: { line: number; endLine?: number },
  message: string,
): Finding {
  // Several rules find something at one place, such as a FROM.
  const excerpts = excerptsOf(file);
  const lines = `${line}-${endLine}`;
  const excerpt =
    excerpts.get(lines) ??
    createExcerpt(file.source, { line, endLine, hidden: [] });
  excerpts.set(lines, excerpt);
  return {
    path: file.path,
    line,
    endLine,
    message: maskSecrets(message),
    excerpt,
  };
}

/** Makes a finding whose excerpt is short and shows no secret. */
export function createFinding({
  path,
  line,
  endLine = line,
  message,
  source,
  hidden = [],
}: FindingInput): Finding {
  return {
    path,
    line,
    endLine,
    message: maskSecrets(message),
    excerpt:
      source === undefined
        ? ''
        : createExcerpt(source, { line, endLine, hidden }),
  };
}

function createExcerpt(
  source: string,
  {
    line,
    endLine,
    hidden,
  }: { line: number; endLine: number; hidden: readonly string[] },
): string {
  const text = sliceLines(
    source,
    line,
    Math.min(endLine, line + maximumLines - 1),
  );
  let masked = text;
  for (const secret of hidden) {
    if (secret !== '') {
      masked = masked.split(secret).join('***');
    }
  }
  return maskSecrets(masked)
    .split('\n')
    .map(shown =>
      shown.length > maximumLineLength
        ? `${shown.slice(0, maximumLineLength)}…`
        : shown,
    )
    .join('\n');
}

/** The lines `first` to `last`, without reading what follows them. */
function sliceLines(source: string, first: number, last: number): string {
  const lines: string[] = [];
  let start = 0;
  for (let line = 1; line <= last && start <= source.length; line++) {
    const found = source.indexOf('\n', start);
    const end = found < 0 ? source.length : found;
    if (line >= first) {
      lines.push(source.slice(start, end).replace(/\r$/, ''));
    }
    start = end + 1;
  }
  return lines.join('\n').replace(/^\uFEFF/, '');
}
