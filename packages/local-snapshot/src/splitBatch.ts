/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
/** Runs git in one folder. */
export type Git = (args: string[], input?: string) => Promise<Buffer>;

/** The objects of `git cat-file --batch` in order; undefined for missing ones. */
export function splitBatch(answer: Buffer): (Buffer | undefined)[] {
  const objects: (Buffer | undefined)[] = [];
  let offset = 0;
  while (offset < answer.length) {
    const lineEnd = answer.indexOf(10, offset);
    const size = /^[0-9a-f]+ \w+ (\d+)$/.exec(
      answer.toString('latin1', offset, lineEnd),
    )?.[1];
    if (size === undefined) {
      objects.push(undefined);
      offset = lineEnd + 1;
    } else {
      const start = lineEnd + 1;
      const end = start + Number(size);
      objects.push(Buffer.from(answer.subarray(start, end)));
      offset = end + 1;
    }
  }
  return objects;
}
