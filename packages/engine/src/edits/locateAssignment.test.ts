/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { locateAssignment } from './locateAssignment';

function locate(source: string, name: string, separator?: '=' | ':') {
  const found = locateAssignment(source, {
    within: { start: 0, end: source.length },
    name,
    ...(separator && { separator }),
  });
  return found && source.slice(found.value.start, found.value.end);
}

describe('locateAssignment', () => {
  it.each([
    ['GOFLAGS=-mod=mod go build', 'GOFLAGS', '=', '-mod=mod'],
    ['- "GOPROXY=off"', 'GOPROXY', '=', 'off'],
    ['  GOPROXY: off # for now', 'GOPROXY', ':', 'off'],
    ['  "GOPROXY": "off"', 'GOPROXY', ':', '"off"'],
  ] as const)('finds the value in %j', (source, name, separator, value) => {
    expect(locate(source, name, separator)).toBe(value);
  });

  it.each([
    ['what is not there', 'A=1', 'B', '='],
    ['what is there more than once', 'A=1 A=2', 'A', '='],
    ['a part of a name', 'MY_A=1', 'A', '='],
    ['a key without a name', "env:\n  !custom : '0'", '', ':'],
  ] as const)('does not find %s', (_, source, name, separator) => {
    expect(locate(source, name, separator)).toBeUndefined();
  });
});
