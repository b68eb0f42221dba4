/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { unescapeHtml } from './decoration';
import { KeywordSearch } from './KeywordSearch';

const firstCount = 200;
const lastCount = 40;
const tailCount = 3;
const lineLength = 2000;

const digits = [...'0123456789'];

// Words that any known failure shows. Only a filter: the tables decide.
const telling = new KeywordSearch([
  ..."error|fail|fatal|denied|not found|no such|cannot|can't|unable|could not|unknown|invalid|missing|mismatch|refused|timeout|timed out|reset|resolv|lookup|x509|certificate|unauthorized|forbidden|gone|too many|toomany|killed|memory|space|read-only|panic|requires|no required|inconsistent|vet:|unrecognized|verifying|terminal prompts|proxyconnect|eof|eno|econn|eacces|eai_|address|signal:|malformed|replace".split(
    '|',
  ),
  // A place in a Go file, and HTTP statuses.
  ...digits.map(digit => `.go:${digit}`),
  ...['4', '5'].flatMap(first =>
    digits.flatMap(second => digits.map(third => `${first}${second}${third} `)),
  ),
]);

// What BuildKit keeps of one step's output at most.
// https://github.com/moby/buildkit/blob/master/util/progress/logs/logs.go
const mostPending = 2 * 1024 * 1024;

/**
 * Lines in a larger text: where each run of them starts and ends, one after the
 * other. A run has the prefix of all its lines but the first.
 */
interface PendingText {
  text: string;
  places: number[];
}

/** Where a line stands in a larger text. */
export interface LinePlace {
  start: number;
  end: number;
  /** Where the line goes on behind its prefix. */
  outputStart: number;
}

const outputPrefix = /^(?:\d{4}-\S{1,30} )?#\d{1,7} \d{1,9}\.\d{1,3} /;

/**
 * The lines of one vertex that may tell why it failed: the first telling ones
 * (the first cause wins, cascades follow) and the last of any kind. Bounded.
 */
export class ExcerptLines {
  #first: string[] = [];
  #last: string[] = [];
  #tail: string[] = [];
  #pending: PendingText[] = [];
  #pendingLength = 0;
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(line: string) {
    this.#count++;
    this.#sortPending();
    this.#sort(line);
  }

  /**
   * Takes a line of a larger text, to be looked at when it is asked for: most
   * vertices do not fail, and {@link clear} is all that becomes of their lines.
   */
  pushLater(text: string, { start, end, outputStart }: LinePlace) {
    this.#count++;
    const last = this.#pending[this.#pending.length - 1];
    if (!last || last.text !== text) {
      this.#pending.push({ text, places: [outputStart, end] });
    } else if (last.places[last.places.length - 1] === start - 1) {
      last.places[last.places.length - 1] = end;
    } else {
      last.places.push(outputStart, end);
    }
    this.#pendingLength += end - start;
    if (this.#pendingLength > mostPending) {
      this.#sortPending();
    }
  }

  all(): string[] {
    this.#sortPending();
    return [...this.#first, ...this.#last.slice(-lastCount)];
  }

  /** The last three lines that are not empty. */
  tail(): string[] {
    this.#sortPending();
    return [...this.#tail];
  }

  clear() {
    this.#first = [];
    this.#last = [];
    this.#tail = [];
    this.#pending = [];
    this.#pendingLength = 0;
  }

  #sortPending() {
    if (this.#pending.length === 0) {
      return;
    }
    for (const { text, places } of this.#pending) {
      for (let index = 0; index < places.length; index += 2) {
        const [first, ...others] = text
          .slice(places[index], places[index + 1])
          .split('\n');
        this.#sort(first);
        for (const line of others) {
          this.#sort(line.replace(outputPrefix, ''));
        }
      }
    }
    this.#pending = [];
    this.#pendingLength = 0;
  }

  #sort(line: string) {
    const text = unescapeHtml(line.slice(0, lineLength));
    if (text.trim() !== '') {
      this.#tail.push(text);
      if (this.#tail.length > tailCount) {
        this.#tail.shift();
      }
    }
    if (this.#first.length < firstCount && telling.isIn(text)) {
      this.#first.push(text);
      return;
    }
    this.#last.push(text);
    if (this.#last.length > lastCount * 2) {
      this.#last = this.#last.slice(-lastCount);
    }
  }
}
