/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

type FieldValue = number | string | boolean | Uint8Array;

function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}

/** A protobuf message of numbered fields; undefined ones are left out. */
export function message(
  ...fields: readonly (readonly [number, FieldValue | undefined])[]
): Uint8Array {
  const parts = fields.flatMap(([number, value]) => {
    if (value === undefined) {
      return [];
    }
    if (typeof value === 'number' || typeof value === 'boolean') {
      return [Buffer.from([...varint(number * 8), ...varint(Number(value))])];
    }
    const content = Buffer.from(value);
    return [
      Buffer.from([...varint(number * 8 + 2), ...varint(content.length)]),
      content,
    ];
  });
  return Buffer.concat(parts);
}
