/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** An object in JSON of which nothing is known yet. */
export type JsonFields = Record<string, unknown>;

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isFields(value: unknown): value is JsonFields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of what is an object; none of what is not. */
export function fieldsOf(value: unknown): JsonFields {
  return isFields(value) ? value : {};
}

export function listOf(value: unknown): JsonFields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value)
    ? value
    : undefined;
}

/** RFC 3339 with nanoseconds, to milliseconds with a fraction. */
export function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const match =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(
      value,
    );
  const seconds = match ? Date.parse(`${match[1]}${match[3]}`) : NaN;
  if (!match || Number.isNaN(seconds)) {
    return undefined;
  }
  return seconds + Number(`0.${match[2] ?? '0'}`) * 1000;
}

/** Text that JSON holds as bytes; empty where it is no such thing. */
export function decodeBase64(value: unknown): string {
  if (typeof value !== 'string') {
    return '';
  }
  try {
    const binary = atob(value);
    const bytes = Uint8Array.from(binary, character => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return '';
  }
}
