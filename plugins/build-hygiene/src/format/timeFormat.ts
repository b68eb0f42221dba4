/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/**
 * Times in the words of a language, with what browsers know themselves: a
 * library for it would be a good part of what the overview card loads.
 */
export function createTimeFormat(language: string) {
  const relative = new Intl.RelativeTimeFormat(language);
  const write = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(language, options);
    return (iso: string) => {
      const time = readTime(iso);
      return Number.isNaN(time.getTime()) ? iso : format.format(time);
    };
  };
  return {
    relative: (iso: string) => {
      const seconds = (readTime(iso).getTime() - Date.now()) / 1_000;
      if (Number.isNaN(seconds)) {
        return iso;
      }
      const [unit, size] = units.find(
        ([, length]) => Math.abs(seconds) >= length,
      ) ?? ['second', 1];
      return relative.format(Math.trunc(seconds / size), unit);
    },
    absolute: write({
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      timeZoneName: 'short',
    }),
    short: write({
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
    day: write({ month: 'short', day: 'numeric' }),
    date: write({ year: 'numeric', month: 'short', day: 'numeric' }),
  };
}

/** A day without a time is that day where the reader is, not in Greenwich. */
function readTime(iso: string): Date {
  return new Date(/^\d{4}-\d\d-\d\d$/.test(iso) ? `${iso}T00:00` : iso);
}
