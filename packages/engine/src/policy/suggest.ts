/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Longer words are no slips of one of ours. */
const LONGEST = 64;

/** The known word that somebody may have meant; undefined if none is near. */
export function suggest(
  word: string,
  known: Iterable<string>,
): string | undefined {
  if (word.length > LONGEST) {
    return undefined;
  }
  const allowed =
    word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 4));
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = distanceOf(word.toLowerCase(), name.toLowerCase());
    if (distance <= allowed && distance < (best?.distance ?? Infinity)) {
      best = { name, distance };
    }
  }
  return best?.name;
}

/** Letters to insert, delete or replace (Levenshtein). */
function distanceOf(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      current.push(
        Math.min(
          previous[column] + 1,
          current[column - 1] + 1,
          previous[column - 1] + (from[row - 1] === to[column - 1] ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[to.length];
}
