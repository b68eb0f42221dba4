/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const width = 128;
const found = -1;

/**
 * Finds whether a text has any of many words, upper or lower case: looks at
 * each character once, however many words there are. A regular expression of
 * the same words tries each of them at each character.
 * https://doi.org/10.1145/360825.360855 (Aho and Corasick)
 */
export class KeywordSearch {
  /** For each state and each character of ASCII, the next state. */
  readonly #next: Int16Array;

  /** The words are ASCII, and none is empty. */
  constructor(words: readonly string[]) {
    const trie: Map<number, number>[] = [new Map()];
    const ends = new Set<number>();
    for (const word of words) {
      let state = 0;
      for (const character of word.toLowerCase()) {
        const code = character.charCodeAt(0);
        let child = trie[state].get(code);
        if (child === undefined) {
          child = trie.push(new Map()) - 1;
          trie[state].set(code, child);
        }
        state = child;
      }
      ends.add(state);
    }
    this.#next = this.#connect(trie, ends);
  }

  isIn(text: string): boolean {
    const next = this.#next;
    let state = 0;
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index);
      state = code < width ? next[state * width + code] : 0;
      if (state === found) {
        return true;
      }
    }
    return false;
  }

  /**
   * Goes through the words' beginnings, shorter ones first. Where one does not
   * go on, its longest end that is a beginning itself does.
   */
  #connect(trie: readonly Map<number, number>[], ends: ReadonlySet<number>) {
    const next = new Int16Array(trie.length * width);
    const queue: { state: number; fallback: number }[] = [
      { state: 0, fallback: 0 },
    ];
    for (const { state, fallback } of queue) {
      for (let code = 0; code < width; code++) {
        const child = trie[state].get(code);
        const otherwise = state === 0 ? 0 : next[fallback * width + code];
        next[state * width + code] = child ?? otherwise;
        if (child === undefined) {
          continue;
        }
        if (ends.has(child) || otherwise === found) {
          next[state * width + code] = found;
        } else {
          queue.push({ state: child, fallback: otherwise });
        }
      }
    }
    for (let upper = 65; upper <= 90; upper++) {
      for (let state = 0; state < trie.length; state++) {
        next[state * width + upper] = next[state * width + upper + 32];
      }
    }
    return next;
  }
}
