/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildsUrlOf } from './buildsUrlOf';

describe('buildsUrlOf', () => {
  it.each([
    ['https://b.example', 'https://b.example/api/build-hygiene/builds'],
    ['https://b.example/', 'https://b.example/api/build-hygiene/builds'],
    [
      'http://localhost:7007/x/',
      'http://localhost:7007/x/api/build-hygiene/builds',
    ],
    [
      'https://b.example/api/build-hygiene/',
      'https://b.example/api/build-hygiene/builds',
    ],
    ['https://b.example?x=1#y', 'https://b.example/api/build-hygiene/builds'],
  ])('%s', (given, url) => {
    expect(buildsUrlOf(given).href).toBe(url);
  });

  it.each(['', 'b.example', 'ftp://b.example', 'https://me:hunter2@b.example'])(
    'refuses %j without repeating it',
    given => {
      expect(() => buildsUrlOf(given)).toThrow(/^--url: (?!.*hunter2)/);
    },
  );
});
