/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isFromRepository } from './isFromRepository';

const repository = 'https://github.com/shop/orders';

describe('isFromRepository', () => {
  it.each([
    'https://github.com/shop/orders',
    'https://github.com/shop/orders/',
    'https://github.com/Shop/Orders.git',
    'https://github.com/shop/orders/tree/main/',
    'https://github.com/shop/orders/blob/main/catalog-info.yaml',
    'https://github.com/shop/orders/-/tree/main/services/x',
    'https://someone@github.com/shop/orders/tree/main',
  ])('knows %s', source => {
    expect(isFromRepository(source, repository)).toBe(true);
  });

  it.each([
    'https://github.com/shop/orders2',
    'https://github.com/shop/orders-api/tree/main',
    'https://github.com/shop/orders/billing',
    'https://github.com/shop/orders.git.git',
    'https://github.com/shop',
    'https://github.com/other/orders/tree/main/shop/orders',
    'https://github.com/shop/orders/../billing/tree/main/',
    'https://github.com/shop/orders/%2e%2e/billing/tree/main/',
    'https://github.com.evil.example/shop/orders',
    'https://github.com:8443/shop/orders',
    'https://evil.example/https://github.com/shop/orders',
    'https://github.com@evil.example/shop/orders',
    'shop/orders',
    '',
  ])('does not take %s for it', source => {
    expect(isFromRepository(source, repository)).toBe(false);
  });

  it('tells a project from a group of its name', () => {
    expect(
      isFromRepository(
        'https://gitlab.example/shop/orders/api/-/tree/main',
        'https://gitlab.example/shop/orders',
      ),
    ).toBe(false);
  });
});
