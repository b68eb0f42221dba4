/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LogLine } from './logLine';
import { LogDialect, recogniseLine } from './recogniseFormat';

const longestPrefix = 160;

// Where a line of a builder can begin behind something else.
const beginning =
  /#\d{1,7} (?:\[|building with ")|Step \d{1,5}\/\d{1,5} ?: [A-Za-z]|(?:\[\d{1,4}\/\d{1,4}\] )?STEP \d{1,5}(?:\/\d{1,5})?: [A-Z]|(?:INFO|DEBU|WARN)\[\d{4,9}\] [A-Z]|time="[^"\s]{1,60}" level=[a-z]{4,7} msg="[A-Z]/;

interface Candidate {
  pattern: RegExp;
  dialect: LogDialect;
}

/** Numbers and the width of blanks differ from line to line; all else stays. */
function shapeOf(prefix: string): string {
  const text = prefix.trimEnd();
  // The builder's own indentation begins behind the blanks of this prefix.
  const blanks = prefix.slice(text.length);
  const shape = text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\d+/g, '\\d{1,25}')
    .replace(/[ \t]+/g, '[ \\t]{1,40}');
  return blanks === '' ? `^${shape}` : `^${shape}(?:${blanks}|[ \\t]{0,9}$)`;
}

/**
 * What a tool that is not known puts before each line: a job's name, a counter,
 * a clock. It is believed when two lines of a builder stand behind it.
 */
export class LearnedPrefix {
  #candidate: Candidate | undefined;
  #pattern: RegExp | undefined;

  /** Takes note of a line that is no builder's; true when the prefix is known. */
  learn(text: string): boolean {
    if (this.#pattern) {
      return false;
    }
    const start = beginning.exec(text.slice(0, longestPrefix * 2))?.index ?? 0;
    if (start === 0 || start > longestPrefix) {
      return false;
    }
    const dialect = recogniseLine(text.slice(start));
    if (!dialect) {
      return false;
    }
    const known = this.#candidate;
    if (known && known.dialect === dialect && known.pattern.test(text)) {
      this.#pattern = known.pattern;
      return true;
    }
    const pattern = new RegExp(shapeOf(text.slice(0, start)));
    this.#candidate = { pattern, dialect };
    return false;
  }

  /** Whether another line like this one would make the prefix known. */
  awaits(text: string): boolean {
    return !this.#pattern && this.#candidate?.pattern.test(text) === true;
  }

  /** Believes a single line, for there is nothing better; false without one. */
  believe(): boolean {
    this.#pattern ??= this.#candidate?.pattern;
    return this.#pattern !== undefined;
  }

  strip(line: LogLine): LogLine {
    return this.#pattern
      ? { ...line, text: line.text.replace(this.#pattern, '') }
      : line;
  }
}
