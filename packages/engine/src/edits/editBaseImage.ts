/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readGlobalScope } from '../dockerfile/globalScope';
import { Stage } from '../dockerfile/types';
import { BuildUnit } from '../units/types';
import { TextEdit } from './types';

/** A stage whose base image is to become another one. */
export interface BaseImageChange {
  stage: Stage;
  /** The image as it is now, variables filled in. */
  from: string;
  /** What it shall be. */
  to: string;
}

/** A part of an image's name that stands in the file as it is. */
interface Piece {
  text: string;
  /** Where it stands; undefined for a value from outside the file. */
  start?: number;
}

/** Part of the old name, and what comes in its place. */
interface Replacement {
  start: number;
  end: number;
  text: string;
}

/**
 * The edits that give stages other base images: in FROM, or in the default of
 * an ARG before it where that part of the name comes from there. Undefined where
 * the name comes from outside, or in a way that is not followed.
 */
export function editBaseImages(
  unit: Pick<BuildUnit, 'dockerfile' | 'buildArguments'>,
  changes: readonly BaseImageChange[],
): TextEdit[] | undefined {
  const edits = new Map<string, TextEdit>();
  for (const { stage, from, to } of changes) {
    const pieces = readPieces(unit, stage);
    if (!pieces || pieces.map(({ text }) => text).join('') !== from) {
      return undefined;
    }
    for (const replacement of replacements(from, to)) {
      const edit = placeReplacement(pieces, replacement);
      if (!edit) {
        return undefined;
      }
      const key = `${edit.span.start} ${edit.span.end}`;
      const other = edits.get(key);
      if (other && other.text !== edit.text) {
        // Two stages share an argument and need different values.
        return undefined;
      }
      edits.set(key, edit);
    }
  }
  const result = [...edits.values()].sort(
    (left, right) => left.span.start - right.span.start,
  );
  const overlaps = result.some(
    ({ span }, index) => index > 0 && span.start < result[index - 1].span.end,
  );
  return overlaps ? undefined : result;
}

/** Arguments of arguments; real files have one level. */
const MAXIMUM_DEPTH = 4;
const MAXIMUM_LENGTH = 1024;

function readPieces(
  {
    dockerfile,
    buildArguments,
  }: Pick<BuildUnit, 'dockerfile' | 'buildArguments'>,
  { baseSpan }: Stage,
): Piece[] | undefined {
  const { variables } = readGlobalScope(dockerfile, { buildArguments });
  const own = new Map(
    dockerfile.globalArguments.flatMap(({ pairs = [] }) =>
      pairs.flatMap(({ name, valueSpan }) =>
        valueSpan && !Object.hasOwn(buildArguments, name)
          ? [[name, valueSpan] as const]
          : [],
      ),
    ),
  );
  const read = (
    { start, end }: { start: number; end: number },
    depth: number,
  ): Piece[] | undefined => {
    const text = dockerfile.source.slice(start, end);
    if (depth > MAXIMUM_DEPTH || text.length > MAXIMUM_LENGTH) {
      return undefined;
    }
    const quoted = /^(["'])([^"'\\]*)\1$/.exec(text);
    const inner = quoted ? quoted[2] : text;
    if (
      /["'\\`\s]/.test(inner) ||
      (quoted?.[1] === "'" && inner.includes('$'))
    ) {
      return undefined;
    }
    const pieces: Piece[] = [];
    let position = start + (quoted ? 1 : 0);
    for (const part of inner.split(/(\$\{[A-Za-z_]\w*\}|\$[A-Za-z_]\w*|\$)/)) {
      const name = /^\$\{?(\w+)/.exec(part)?.[1];
      if (part === '$') {
        return undefined;
      }
      if (name === undefined) {
        pieces.push({ text: part, start: position });
      } else {
        const place = own.get(name);
        const value = variables.get(name);
        const nested = place
          ? read(place, depth + 1)
          : value !== undefined && [{ text: value }];
        if (!nested) {
          return undefined;
        }
        pieces.push(...nested);
      }
      position += part.length;
    }
    return pieces;
  };
  return read(baseSpan, 0);
}

/** What differs, part by part where both names have the same parts. */
function replacements(from: string, to: string): Replacement[] {
  const [before, after] = [from, to].map(text => text.split(/([:@/-])/));
  if (before.length !== after.length) {
    return [trim({ start: 0, end: from.length, text: to }, from)];
  }
  const found: Replacement[] = [];
  let start = 0;
  for (const [index, part] of before.entries()) {
    const end = start + part.length;
    if (part !== after[index]) {
      found.push(trim({ start, end, text: after[index] }, from));
    }
    start = end;
  }
  return found;
}

/** Without what stays the same at both ends. */
function trim({ start, end, text }: Replacement, source: string): Replacement {
  let first = 0;
  while (
    start + first < end &&
    first < text.length &&
    source[start + first] === text[first]
  ) {
    first++;
  }
  let last = 0;
  while (
    end - last > start + first &&
    text.length - last > first &&
    source[end - last - 1] === text[text.length - last - 1]
  ) {
    last++;
  }
  return {
    start: start + first,
    end: end - last,
    text: text.slice(first, text.length - last),
  };
}

/** The edit of the one piece that a replacement falls into. */
function placeReplacement(
  pieces: readonly Piece[],
  { start, end, text }: Replacement,
): TextEdit | undefined {
  let position = 0;
  for (const piece of pieces) {
    const next = position + piece.text.length;
    if (
      piece.start !== undefined &&
      piece.text !== '' &&
      start >= position &&
      end <= next
    ) {
      const offset = piece.start - position;
      return { span: { start: start + offset, end: end + offset }, text };
    }
    position = next;
  }
  return undefined;
}
