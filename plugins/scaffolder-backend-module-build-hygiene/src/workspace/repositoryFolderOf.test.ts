/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { repositoryFolderOf } from './repositoryFolderOf';

describe('repositoryFolderOf', () => {
  it.each([
    [
      'https://github.com/octo-org/orders/tree/main/',
      { repoUrl: 'github.com?owner=octo-org&repo=orders', folder: '' },
    ],
    [
      'https://github.example.com/octo-org/shop/tree/main/services/orders/',
      {
        repoUrl: 'github.example.com?owner=octo-org&repo=shop',
        folder: 'services/orders',
        branch: 'main',
      },
    ],
    [
      'https://github.com/octo-org/shop/blob/main/orders/catalog-info.yaml',
      {
        url: 'https://github.com/octo-org/shop/blob/main/orders/',
        folder: 'orders',
      },
    ],
    [
      'https://github.example.com:8443/octo-org/orders/tree/main/',
      { repoUrl: 'github.example.com:8443?owner=octo-org&repo=orders' },
    ],
    [
      'https://github.com/octo-org/orders',
      { repoUrl: 'github.com?owner=octo-org&repo=orders', folder: '' },
    ],
  ])('takes %s apart', (target, expected) => {
    expect(
      repositoryFolderOf('component:default/orders', { type: 'url', target }),
    ).toMatchObject(expected);
  });

  it.each([
    [
      'a folder of this machine',
      { type: 'file', target: '/srv/orders' },
      'is in a folder of the portal',
    ],
    ['nothing', undefined, 'has no source location'],
    [
      'no repository',
      { type: 'url', target: 'https://github.com/' },
      'names no repository',
    ],
  ])('refuses %s', (_, location, message) => {
    const refused = () =>
      repositoryFolderOf('component:default/orders', location);
    expect(refused).toThrow('component:default/orders');
    expect(refused).toThrow(message);
  });
});
