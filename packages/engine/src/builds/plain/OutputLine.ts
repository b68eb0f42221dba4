/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const hash = 35;
const space = 32;
const dot = 46;
const zero = 48;
const lastVisible = 126;
const mostNumberDigits = 7;
const mostSecondDigits = 9;
const mostFractionDigits = 3;
const scales = [1, 10, 100, 1000];

/**
 * Finds `#12 3.456 output` in a text without cutting the line out: it is most
 * of a log. One instance looks at many lines, so that nothing is made for one.
 */
export class OutputLine {
  /** The vertex. */
  number = 0;
  /** Since the vertex started. */
  seconds = 0;
  /** Where the line is. */
  start = 0;
  end = 0;
  /** Where its output starts. */
  outputStart = 0;
  #position = 0;

  /** False for other lines, and for those that end in what may be blank. */
  find(text: string, start: number, end: number): boolean {
    if (text.charCodeAt(start) !== hash) {
      return false;
    }
    this.#position = start + 1;
    this.number = this.#readDigits(text, mostNumberDigits);
    if (this.number < 0 || text.charCodeAt(this.#position) !== space) {
      return false;
    }
    this.#position++;
    const whole = this.#readDigits(text, mostSecondDigits);
    if (whole < 0 || text.charCodeAt(this.#position) !== dot) {
      return false;
    }
    this.#position++;
    const fractionStart = this.#position;
    const fraction = this.#readDigits(text, mostFractionDigits);
    if (fraction < 0 || text.charCodeAt(this.#position) !== space) {
      return false;
    }
    this.seconds = whole + fraction / scales[this.#position - fractionStart];
    this.start = start;
    this.end = end;
    this.outputStart = this.#position + 1;
    const last = text.charCodeAt(end - 1);
    return this.outputStart < end && last > space && last <= lastVisible;
  }

  /** Negative when there are none, or more. */
  #readDigits(text: string, most: number): number {
    const first = this.#position;
    let value = 0;
    for (;;) {
      const digit = text.charCodeAt(this.#position) - zero;
      if (!(digit >= 0 && digit <= 9)) {
        return this.#position > first ? value : -1;
      }
      if (this.#position - first >= most) {
        return -1;
      }
      value = value * 10 + digit;
      this.#position++;
    }
  }
}
