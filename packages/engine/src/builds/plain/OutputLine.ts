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
const scales = Array.from({ length: 10 }, (_, digits) => 10 ** digits);

// `2026-11-20T10:11:12`
const dateSize = 19;
const dateMarks = [
  [4, 45],
  [7, 45],
  [10, 84],
  [13, 58],
  [16, 58],
] as const;
const zulu = 90;
const mostTimeDigits = 9;

/** Of two digits; NaN where there are none. */
function pairAt(text: string, position: number): number {
  const tens = text.charCodeAt(position) - zero;
  const ones = text.charCodeAt(position + 1) - zero;
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits ? tens * 10 + ones : NaN;
}

/** Milliseconds since the epoch; undefined for what is no date. */
function dateAt(text: string, start: number): number | undefined {
  if (dateMarks.some(([at, mark]) => text.charCodeAt(start + at) !== mark)) {
    return undefined;
  }
  const century = pairAt(text, start);
  const year = pairAt(text, start + 2);
  const month = pairAt(text, start + 5);
  const day = pairAt(text, start + 8);
  const hours = pairAt(text, start + 11);
  const minutes = pairAt(text, start + 14);
  const seconds = pairAt(text, start + 17);
  const isDate =
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    hours < 24 &&
    minutes < 60 &&
    seconds < 60;
  const fullYear = century * 100 + year;
  const time = Date.UTC(fullYear, month - 1, day, hours, minutes, seconds);
  return isDate && !Number.isNaN(time) ? time : undefined;
}

/**
 * Finds `#12 3.456 output` in a text without cutting the line out: it is most
 * of a log. GitHub Actions writes `2026-11-20T10:11:12.1234567Z ` before it. One
 * instance looks at many lines, so that nothing is made for one.
 */
export class OutputLine {
  /** The vertex. */
  number = 0;
  /** Since the vertex started. */
  seconds = 0;
  /** When it was written, in milliseconds since the epoch; of the CI. */
  time: number | undefined;
  /** Where the line is. */
  start = 0;
  end = 0;
  /** Where it goes on behind the time. */
  textStart = 0;
  /** Where its output starts. */
  outputStart = 0;
  #position = 0;
  #date = '';
  #dateTime = 0;

  /** False for other lines, and for those that end in what may be blank. */
  find(text: string, start: number, end: number): boolean {
    this.#position = start;
    this.time = undefined;
    if (text.charCodeAt(start) !== hash && !this.#readTime(text)) {
      return false;
    }
    this.textStart = this.#position;
    if (text.charCodeAt(this.#position) !== hash) {
      return false;
    }
    this.#position++;
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

  #readTime(text: string): boolean {
    const start = this.#position;
    // Many lines are of the same second.
    if (this.#date === '' || !text.startsWith(this.#date, start)) {
      const dateTime = dateAt(text, start);
      if (dateTime === undefined) {
        return false;
      }
      this.#date = text.slice(start, start + dateSize);
      this.#dateTime = dateTime;
    }
    this.#position = start + dateSize;
    if (text.charCodeAt(this.#position) !== dot) {
      return false;
    }
    this.#position++;
    const fractionStart = this.#position;
    const fraction = this.#readDigits(text, mostTimeDigits);
    if (
      fraction < 0 ||
      text.charCodeAt(this.#position) !== zulu ||
      text.charCodeAt(this.#position + 1) !== space
    ) {
      return false;
    }
    const scale = scales[this.#position - fractionStart];
    this.time = this.#dateTime + Math.floor((fraction * 1000) / scale);
    this.#position += 2;
    return true;
  }

  /** Negative when there are none, or more. */
  #readDigits(text: string, most: number): number {
    const first = this.#position;
    let position = first;
    let value = 0;
    for (;;) {
      const digit = text.charCodeAt(position) - zero;
      if (!(digit >= 0 && digit <= 9)) {
        break;
      }
      value = value * 10 + digit;
      position++;
    }
    this.#position = position;
    const count = position - first;
    return count > 0 && count <= most ? value : -1;
  }
}
