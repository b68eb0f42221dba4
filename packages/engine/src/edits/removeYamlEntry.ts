/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { YamlMap } from '../ci/readYaml';
import { Span } from '../span';
import { indentBefore } from './insertYamlEntry';
import { TextEdit } from './types';
import { startOfLine } from './startOfLine';

/**
 * Removes an entry of one line from a map that is the value of `parent`'s entry
 * `name`; the last one goes together with that entry. Undefined where the text
 * is not written in lines of their own.
 */
export function removeYamlEntry(
  source: string,
  { parent, name, key }: { parent: YamlMap; name: string; key: string },
): TextEdit | undefined {
  const map = parent.entries.get(name);
  const value = map?.kind === 'map' ? map.entries.get(key) : undefined;
  const own = map?.kind === 'map' ? map.keys.get(key) : undefined;
  if (map?.kind !== 'map' || map.flow || !own || value?.kind !== 'text') {
    return undefined;
  }
  const entry = linesOf(source, { start: own.start, end: value.span.end });
  if (map.entries.size > 1) {
    return entry && { span: entry, text: '' };
  }
  const outer = parent.keys.get(name);
  const whole =
    outer &&
    !parent.flow &&
    parent.entries.size > 1 &&
    linesOf(source, { start: outer.start, end: value.span.end });
  // Nothing else may stand between the two, such as a comment or an anchor.
  return whole && /^[\w-]+:\s*$/.test(source.slice(outer.start, own.start))
    ? { span: whole, text: '' }
    : undefined;
}

/** The lines of a span that nothing else but a comment stands in. */
export function linesOf(
  source: string,
  { start, end }: Span,
): Span | undefined {
  const indent = indentBefore(source, start);
  const lineStart = startOfLine(source, start);
  const found = source.indexOf('\n', end);
  const lineEnd = found < 0 ? source.length : found + 1;
  return indent !== undefined &&
    source.slice(lineStart, start).trim() === '' &&
    /^(?:#.*)?$/.test(source.slice(end, lineEnd).trim())
    ? { start: lineStart, end: lineEnd }
    : undefined;
}
