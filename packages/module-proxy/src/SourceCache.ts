/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * An answer of a module source, as it is kept. Plain JSON.
 *
 * @public
 */
export interface CachedAnswer {
  /** 200, 404 or 410. */
  status: number;
  /** The text; empty for 404 and 410. */
  body: string;
  /** For asking whether it still holds. */
  etag?: string;
  /** The same, for sources without entity tags. */
  lastModified?: string;
  /** Milliseconds since 1970 until which it is taken without asking. */
  freshUntil: number;
}

/**
 * Keeps answers of module sources. One that loses them is slow and right.
 *
 * @public
 */
export interface SourceCache {
  /** What was kept under this key. */
  get(key: string): Promise<CachedAnswer | undefined>;
  /** Keeps it for so many milliseconds at most. */
  set(
    key: string,
    answer: CachedAnswer,
    options: { milliseconds: number },
  ): Promise<void>;
}

/** Keeps so many answers in memory, and forgets the oldest. */
export function createMemoryCache(maximumAnswers: number): SourceCache {
  const answers = new Map<string, CachedAnswer>();
  return {
    get: async key => answers.get(key),
    set: async (key, answer) => {
      answers.delete(key);
      answers.set(key, answer);
      for (const oldest of answers.keys()) {
        if (answers.size <= maximumAnswers) {
          break;
        }
        answers.delete(oldest);
      }
    },
  };
}
