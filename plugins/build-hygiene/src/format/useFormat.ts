/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useMemo } from 'react';
import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { createTimeFormat } from './timeFormat';

/** Numbers and times in the words of the user's language, units included. */
export interface Format {
  number: (value: number) => string;
  /** A share of 1: `0.714` is `71%`. */
  percent: (share: number) => string;
  /** Points with a sign: `+4.3`. */
  points: (value: number) => string;
  /** `0.4 s`, `12 s`, `2 min 5 s`. */
  seconds: (value: number) => string;
  /** Seconds in one unit that suits: `40 s`, `12 min`, `1,204 hr`. */
  duration: (value: number) => string;
  milliseconds: (value: number) => string;
  bytes: (value: number) => string;
  /** `3 hours ago`. */
  relative: (iso: string) => string;
  /** With time zone, for titles. */
  absolute: (iso: string) => string;
  /** Short date and time, for tables and axes. */
  short: (iso: string) => string;
  day: (iso: string) => string;
  /** With the year. */
  date: (iso: string) => string;
}

export function createFormat(language: string): Format {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  const points = new Intl.NumberFormat(language, {
    maximumFractionDigits: 1,
    signDisplay: 'exceptZero',
  });
  const unit = (
    name: string,
    digits = 0,
    unitDisplay: 'short' | 'long' = 'short',
  ) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay,
      maximumFractionDigits: digits,
    });
  const tenths = unit('second', 1);
  const seconds = unit('second');
  const milliseconds = unit('millisecond');
  const minutes = unit('minute');
  const partsOfMinutes = unit('minute', 1);
  const hours = unit('hour');
  const partsOfHours = unit('hour', 1);
  // The short form of a byte is the singular in English: "468 byte".
  const bytes = [
    unit('byte', 0, 'long'),
    ...['kilobyte', 'megabyte', 'gigabyte'].map(name => unit(name, 1)),
  ];

  return {
    number: value => number.format(value),
    percent: share => percent.format(share),
    points: value => points.format(value),
    seconds: value => {
      if (value < 10) {
        return tenths.format(value);
      }
      const whole = Math.round(value);
      if (whole < 60) {
        return seconds.format(whole);
      }
      if (whole < 3_600) {
        return `${minutes.format(Math.floor(whole / 60))} ${seconds.format(
          whole % 60,
        )}`;
      }
      return `${hours.format(Math.floor(whole / 3_600))} ${minutes.format(
        Math.floor((whole % 3_600) / 60),
      )}`;
    },
    duration: value => {
      if (value < 60) {
        return seconds.format(value);
      }
      if (value < 3_600) {
        return (value < 600 ? partsOfMinutes : minutes).format(value / 60);
      }
      return (value < 36_000 ? partsOfHours : hours).format(value / 3_600);
    },
    milliseconds: value =>
      value < 1_000 ? milliseconds.format(value) : tenths.format(value / 1_000),
    bytes: value => {
      let rest = value;
      let step = 0;
      while (rest >= 1_000 && step < bytes.length - 1) {
        rest /= 1_000;
        step += 1;
      }
      return bytes[step].format(rest);
    },
    ...createTimeFormat(language),
  };
}

export function useFormat(): Format {
  // Not every test and host app registers a language; then it is English.
  const language =
    useApiHolder().get(appLanguageApiRef)?.getLanguage().language ?? 'en';
  return useMemo(() => createFormat(language), [language]);
}
