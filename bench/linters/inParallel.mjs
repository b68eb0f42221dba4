/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { availableParallelism } from 'node:os';

/** The results in the order of the items, with as many at a time as there are processors. */
export async function inParallel(items, run) {
  const results = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [index, item] of waiting) {
      results[index] = await run(item);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}
