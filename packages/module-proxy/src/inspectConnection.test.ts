/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import dns from 'node:dns/promises';
import { FaultyProxy } from './__testUtils__/FaultyProxy';
import { inspectConnection } from './inspectConnection';

describe('inspectConnection', () => {
  let proxy: FaultyProxy;

  beforeEach(async () => {
    proxy = await FaultyProxy.start({});
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await proxy.stop();
  });

  async function inspect(addresses: string[]) {
    jest.spyOn(dns, 'lookup').mockResolvedValue(
      addresses.map(address => ({
        address,
        family: address.includes(':') ? 6 : 4,
      })) as never,
    );
    const { checks } = await inspectConnection(
      { url: `http://proxy.example:${new URL(proxy.url).port}` },
      { timeoutMilliseconds: 30_000 },
    );
    return checks.find(({ name }) => name === 'connection')?.state;
  }

  it.each([
    ['its only address', ['127.0.0.1'], 'pass'],
    [
      'another address where the first does not answer',
      ['::1', '127.0.0.1'],
      'pass',
    ],
    ['no address', ['::1'], 'fail'],
  ])('connects to %s', async (_, addresses, state) => {
    // The proxy listens at 127.0.0.1 alone.
    await expect(inspect(addresses)).resolves.toBe(state);
  });
});
