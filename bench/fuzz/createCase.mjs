/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { dictionaryOf } from './dictionaries.mjs';
import { kinds } from './kinds.mjs';
import { garble, mutate } from './mutate.mjs';
import { Random } from './Random.mjs';

const dictionaries = Object.fromEntries(
  kinds.map(kind => [kind, dictionaryOf(kind)]),
);

/** The kinds take turns. */
export function kindOfCase(number) {
  return kinds[number % kinds.length];
}

/** A small repository in which one file is mutated; always the same. */
export function createCase(number, { seeds, seed }) {
  const kind = kindOfCase(number);
  const random = new Random(seed, number);
  const { path, files, options } = random.pick(seeds[kind]);
  const other = random.pick(seeds[kind]);
  const text = mutate(files[path], {
    random,
    dictionary: dictionaries[kind],
    others: [other.files[other.path]],
  });
  const content = random.chance(0.1) ? garble(text, random) : text;
  return {
    number,
    kind,
    path,
    files: { ...files, [path]: content },
    options,
    bytes: Buffer.byteLength(content),
  };
}
