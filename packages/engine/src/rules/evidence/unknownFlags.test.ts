/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../../snapshot/createSnapshot';
import { buildFlags, missingFlags } from '../facts/buildFlags';
import { findUnknownNames, isOneTypoAway } from './unknownFlags';

function messagesOf(run: string): string[] {
  const path = '.github/workflows/image.yaml';
  const text = `on: push\njobs:\n  a:\n    steps:\n      - run: ${run}\n`;
  return findUnknownNames(
    createSnapshot({
      files: [[path, text]],
      tree: [{ path, kind: 'file', size: text.length }],
    }),
  ).map(({ message }) => message);
}

describe('isOneTypoAway', () => {
  it.each([
    ['target', 'targets', true],
    ['tagret', 'target', true],
    ['tarket', 'target', true],
    ['arget', 'target', true],
    ['target', 'target', false],
    ['targetss', 'target', false],
    ['trageet', 'target', false],
    ['network', 'platform', false],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(isOneTypoAway(left, right)).toBe(expected);
    expect(isOneTypoAway(right, left)).toBe(expected);
  });
});

describe('findUnknownNames', () => {
  it.each([...buildFlags])('takes --%s for what it is', flag => {
    expect(messagesOf(`docker build --${flag} x .`)).toEqual([]);
    expect(missingFlags.has(flag)).toBe(false);
  });

  it.each([...missingFlags.keys()])('finds --%s', flag => {
    expect(messagesOf(`docker buildx build --${flag}=x .`)).toHaveLength(1);
    expect(messagesOf(`sudo docker image build --${flag} x .`)).toHaveLength(1);
    expect(messagesOf(`docker run --${flag} x app`)).toEqual([]);
  });
});
