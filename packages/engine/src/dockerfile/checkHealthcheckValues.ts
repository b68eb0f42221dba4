/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const UNITS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1e3,
  m: 6e4,
  h: 3.6e6,
};

const MAXIMUM_RETRIES = 2 ** 31 - 1;

/**
 * Why BuildKit rejects a duration, if it does: it has to be one of Go's, and
 * zero or at least a millisecond. https://pkg.go.dev/time#ParseDuration
 */
export function checkDuration(flag: string, value: string): string | undefined {
  const quoted = JSON.stringify(value);
  const rest = value.replace(/^[-+]/, '');
  if (rest === '0') {
    return undefined;
  }
  if (rest === '') {
    return `time: invalid duration ${quoted}`;
  }
  let milliseconds = 0;
  const part = /([0-9]*)(\.[0-9]*)?([^0-9.]*)/y;
  while (part.lastIndex < rest.length) {
    const [text, whole, fraction = '', unit] = part.exec(rest) ?? [''];
    const digits = `${whole ?? ''}${fraction}`;
    if (text === '' || digits === '' || digits === '.') {
      return `time: invalid duration ${quoted}`;
    }
    if (unit === '') {
      return `time: missing unit in duration ${quoted}`;
    }
    if (!Object.prototype.hasOwnProperty.call(UNITS, unit)) {
      return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`;
    }
    milliseconds += Number(digits) * UNITS[unit];
  }
  const sign = value.startsWith('-') ? -1 : 1;
  return milliseconds !== 0 && milliseconds * sign < 1
    ? `Interval ${JSON.stringify(flag)} cannot be less than 1ms`
    : undefined;
}

/** Why BuildKit rejects a number of retries, if it does. */
export function checkRetries(value: string): string | undefined {
  const quoted = JSON.stringify(value);
  if (!/^[-+]?[0-9]+$/.test(value)) {
    return `strconv.ParseInt: parsing ${quoted}: invalid syntax`;
  }
  const retries = Number(value);
  if (Math.abs(retries) > MAXIMUM_RETRIES) {
    return `strconv.ParseInt: parsing ${quoted}: value out of range`;
  }
  return retries < 0 ? `--retries cannot be negative (${retries})` : undefined;
}
