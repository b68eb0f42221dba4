/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { nextPage } from './nextPage';

const url = 'https://api.github.example.com/repositories/1/actions/runs?page=2';

describe('nextPage', () => {
  it.each<[string | null, string | undefined]>([
    [
      `<${url}>; rel="next", <https://api.github.example.com/?page=9>; rel="last"`,
      url,
    ],
    [
      `<https://api.github.example.com/?page=1>; rel="prev", <${url}>; rel=next`,
      url,
    ],
    ['</repositories/1/actions/runs?page=2>; rel="next"', url],
    ['<https://api.github.example.com/?page=1>; rel="prev"', undefined],
    ['<https://elsewhere.example.org/?page=2>; rel="next"', undefined],
    ['<http://api.github.example.com/?page=2>; rel="next"', undefined],
    ['<>; rel="nextish"', undefined],
    ['nonsense', undefined],
    ['', undefined],
    [null, undefined],
  ])('%s', (link, next) => {
    expect(nextPage(link, 'https://api.github.example.com/repos/a/b')).toBe(
      next,
    );
  });
});
