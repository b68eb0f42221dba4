/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { badgeMarkdown } from './badgeMarkdown';

describe('badgeMarkdown', () => {
  it('is a picture that leads to the page', () => {
    expect(
      badgeMarkdown({
        entityRef: 'component:default/orders.api',
        baseUrl: 'https://backstage.example.com/api/build-hygiene',
        pageUrl: 'https://backstage.example.com/catalog/orders',
      }),
    ).toEqual({
      imageUrl:
        'https://backstage.example.com/api/build-hygiene/badge/component/default/orders.api.svg',
      markdown:
        '[![Build hygiene](https://backstage.example.com/api/build-hygiene/badge/component/default/orders.api.svg)](https://backstage.example.com/catalog/orders)',
    });
  });
});
