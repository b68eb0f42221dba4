/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import fc from 'fast-check';
import {
  isPublic,
  isWithin,
  Network,
  overlaps,
  parseNetwork,
} from './networks';

function network(text: string): Network {
  return parseNetwork(text) as Network;
}

describe('networks', () => {
  it.each([
    ['10.1.2.3/16', { address: 167_838_211, first: 167_837_696, prefix: 16 }],
    ['0.0.0.0/0', { address: 0, first: 0, prefix: 0 }],
    [
      '255.255.255.255/32',
      { address: 2 ** 32 - 1, first: 2 ** 32 - 1, prefix: 32 },
    ],
    ['10.0.0.0', undefined],
    ['10.0.0.256/8', undefined],
    ['10.0.0.0/33', undefined],
    ['fd00::/80', undefined],
  ])('reads %s', (text, expected) => {
    expect(parseNetwork(text)).toEqual(expected);
  });

  it.each([
    ['10.1.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.1.0.0/16', false],
    ['11.0.0.0/16', '10.0.0.0/8', false],
    ['10.0.0.0/8', '10.9.9.9/8', true],
  ])('%s within %s: %s', (inner, outer, expected) => {
    expect(isWithin(network(inner), network(outer))).toBe(expected);
  });

  it.each([
    ['172.31.0.0/16', false],
    ['172.32.0.0/16', true],
    ['192.168.0.0/15', true],
    ['100.100.0.0/24', false],
  ])('%s has public addresses: %s', (text, expected) => {
    expect(isPublic(network(text))).toBe(expected);
  });

  it('overlap when one has the first address of the other', () => {
    const any = fc
      .tuple(fc.nat({ max: 255 }), fc.nat({ max: 255 }), fc.nat({ max: 32 }))
      .map(([a, b, prefix]) => network(`10.0.${a}.${b}/${prefix}`));
    fc.assert(
      fc.property(any, any, (left, right) => {
        const has = ({ first, prefix }: Network, address: number) =>
          address >= first && address < first + 2 ** (32 - prefix);
        expect(overlaps(left, right)).toBe(
          has(left, right.first) || has(right, left.first),
        );
        expect(overlaps(right, left)).toBe(overlaps(left, right));
      }),
    );
  });
});
