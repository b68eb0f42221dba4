/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** A range of IPv4 addresses: `10.1.0.0/16`. */
export interface Network {
  /** The address as written, as a number. */
  address: number;
  /** The first address of the range. */
  first: number;
  prefix: number;
}

/** Reads an IPv4 range; undefined for anything else, IPv6 too. */
export function parseNetwork(text: string): Network | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(
    text.trim(),
  );
  const numbers = match?.slice(1).map(Number) ?? [];
  const prefix = numbers.pop();
  if (
    prefix === undefined ||
    prefix > 32 ||
    numbers.some(number => number > 255)
  ) {
    return undefined;
  }
  const address = numbers.reduce((sum, number) => sum * 256 + number, 0);
  const size = 2 ** (32 - prefix);
  return { address, first: address - (address % size), prefix };
}

/** Whether all addresses of a range are in another one. */
export function isWithin(inner: Network, outer: Network): boolean {
  return inner.prefix >= outer.prefix && overlaps(inner, outer);
}

/** Whether two ranges share an address. */
export function overlaps(left: Network, right: Network): boolean {
  const [small, large] =
    left.prefix >= right.prefix ? [left, right] : [right, left];
  const size = 2 ** (32 - large.prefix);
  return small.first >= large.first && small.first < large.first + size;
}

/** Ranges that no public host is in. */
const privateNetworks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  // Shared address space, https://www.rfc-editor.org/rfc/rfc6598
  '100.64.0.0/10',
  '169.254.0.0/16',
  // Benchmarks, https://www.rfc-editor.org/rfc/rfc2544
  '198.18.0.0/15',
  '240.0.0.0/4',
].flatMap(text => parseNetwork(text) ?? []);

/** Whether a range has addresses of public hosts. */
export function isPublic(network: Network): boolean {
  return !privateNetworks.some(other => isWithin(network, other));
}
