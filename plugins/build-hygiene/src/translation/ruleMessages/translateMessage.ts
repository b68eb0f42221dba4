/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { translateSentence } from '../reportSentences/translateSentence';
import { Sentences } from '../reportSentences/types';

/** More than any rule says at once; a file's text may hold any number. */
const mostBorders = 12;

/**
 * A message of one or more sentences in another language. Undefined where one of
 * them is not known.
 */
export function translateMessage(
  english: string,
  texts: Sentences,
): string | undefined {
  const borders = [...english.matchAll(/(?<=[.:]) /g)].slice(0, mostBorders);
  const starts = [0, ...borders.map(({ index }) => index + 1)];
  // From the last one on, so that the rest is known where a sentence ends.
  const rests: (string | undefined)[] = starts.map(start =>
    translateSentence(english.slice(start), texts),
  );
  for (let from = starts.length - 1; from >= 0; from--) {
    // A short sentence goes first: a place of a longer one takes in anything.
    for (let to = from + 1; to < starts.length; to++) {
      const sentence =
        rests[to] === undefined
          ? undefined
          : translateSentence(
              english.slice(starts[from], starts[to] - 1),
              texts,
            );
      if (sentence !== undefined) {
        rests[from] = `${sentence}${rests[to]}`;
        break;
      }
    }
  }
  return rests[0];
}
