/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { endOfLine } from './insertYamlEntry';
import { TextEdit } from './types';

/** Where a line starts and where its text ends; undefined beyond the file. */
function lineSpan(
  source: string,
  line: number,
): { start: number; end: number } | undefined {
  let start = 0;
  for (let current = 1; current < line; current++) {
    const found = source.indexOf('\n', start);
    if (found < 0) {
      return undefined;
    }
    start = found + 1;
  }
  return { start, end: endOfLine(source, start) };
}

/**
 * Takes a switch that is on out of a line of a pipeline: a flag of a command,
 * or an entry of a map that stands in a line of its own. Undefined where the
 * line is written in another way.
 */
export function removeSwitch(
  source: string,
  line: number,
  { flag, key }: { flag: string; key: RegExp },
): TextEdit | undefined {
  const span = lineSpan(source, line);
  if (!span) {
    return undefined;
  }
  const text = source.slice(span.start, span.end);
  const entry = new RegExp(
    `^\\s*(?:${key.source})\\s*[:=]\\s*(["']?)(?:true|1)\\1\\s*(?:#.*)?$`,
  );
  const whole = { start: span.start, end: nextLine(source, span.end) };
  if (entry.test(text)) {
    return { span: whole, text: '' };
  }
  const found = [
    ...text.matchAll(
      new RegExp(`(?<=^|\\s)${flag}(?:=(?:true|1))?(?=\\s|$)`, 'g'),
    ),
  ];
  if (found.length !== 1 || /^\s*#/.test(text)) {
    return undefined;
  }
  const [{ index, 0: word }] = found;
  const rest = text.slice(index + word.length);
  if (text.slice(0, index).trim() === '') {
    if (/^\s*(?:\\\s*)?$/.test(rest)) {
      // The last line of a command must not leave the one above open.
      return rest.includes('\\') ? { span: whole, text: '' } : undefined;
    }
  }
  const start = span.start + index;
  const gap = /^[ \t]+/.exec(rest)?.[0] ?? '';
  return gap === ''
    ? {
        span: {
          start:
            start -
            (/(?<![ \t])[ \t]*$/.exec(text.slice(0, index))?.[0].length ?? 0),
          end: start + word.length,
        },
        text: '',
      }
    : { span: { start, end: start + word.length + gap.length }, text: '' };
}

/**
 * Makes a cache that is exported one of all stages. Undefined where the line
 * has not exactly one place that says what is exported, or an inline cache.
 */
export function exportAllStages(
  source: string,
  line: number,
): TextEdit | undefined {
  const span = lineSpan(source, line);
  if (!span) {
    return undefined;
  }
  const text = source.slice(span.start, span.end);
  const from = Math.max(text.search(/cache-to|cache_to/), 0);
  const part = text.slice(from);
  const modes = [...part.matchAll(/(?<=[,"'\s])mode=(min)\b/g)];
  const types = [
    ...part.matchAll(/\btype=(?:gha|registry|local|s3|azblob)(?=[,"'\s\]]|$)/g),
  ];
  if (
    types.length !== 1 ||
    modes.length > 1 ||
    /mode=max/.test(part) ||
    /cache[-_]from/.test(part)
  ) {
    return undefined;
  }
  const [mode] = modes;
  if (mode) {
    const start = span.start + from + mode.index + 'mode='.length;
    return { span: { start, end: start + 'min'.length }, text: 'max' };
  }
  const [type] = types;
  // At the end of the list, where it is one word.
  const word = /^[^\s"'\]]*/.exec(part.slice(type.index))?.[0] ?? '';
  const length = word.includes('$') ? type[0].length : word.length;
  const at = span.start + from + type.index + length;
  return { span: { start: at, end: at }, text: ',mode=max' };
}

function nextLine(source: string, offset: number): number {
  const found = source.indexOf('\n', offset);
  return found < 0 ? source.length : found + 1;
}
