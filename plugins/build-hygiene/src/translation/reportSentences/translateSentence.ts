/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Sentences } from './types';

/**
 * A sentence of the engine in another language, with the same in its places: the
 * first that fits. Undefined of a sentence that is not known.
 */
export function translateSentence(
  english: string,
  texts: Sentences,
): string | undefined {
  if (Object.hasOwn(texts, english)) {
    return texts[english];
  }
  for (const [sentence, text] of Object.entries(texts)) {
    const values = sentence.includes('{')
      ? readPlaces(sentence, english)
      : undefined;
    if (values) {
      return text.replace(
        /\{(\w+)\}/g,
        // What stands there may be a phrase that is known as well.
        (_, name: string) =>
          translateSentence(values[name], texts) ?? values[name],
      );
    }
  }
  return undefined;
}

/** What stands in the places of a sentence; undefined of another sentence. */
function readPlaces(
  sentence: string,
  filled: string,
): Record<string, string> | undefined {
  const pattern = sentence
    .replace(/[\\^$.*+?()[\]|]/g, '\\$&')
    .replace(/\{(\w+)\}/g, '(?<$1>.*)');
  return new RegExp(`^${pattern}$`, 's').exec(filled)?.groups;
}
