/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference, parseImageReference } from './parseImageReference';

const digest = `sha256:${'a'.repeat(64)}`;

describe('parseImageReference', () => {
  it.each<[text: string, reference: ImageReference]>([
    ['golang', { repository: 'library/golang', familiarName: 'golang' }],
    [
      'golang:1.27',
      { repository: 'library/golang', familiarName: 'golang', tag: '1.27' },
    ],
    [
      'library/golang',
      { repository: 'library/golang', familiarName: 'golang' },
    ],
    [
      'docker.io/library/golang:1',
      {
        registry: 'docker.io',
        repository: 'library/golang',
        familiarName: 'golang',
        tag: '1',
      },
    ],
    ['me/app:v1', { repository: 'me/app', familiarName: 'me/app', tag: 'v1' }],
    [
      'ghcr.io/a/b/c:x',
      {
        registry: 'ghcr.io',
        repository: 'a/b/c',
        familiarName: 'ghcr.io/a/b/c',
        tag: 'x',
      },
    ],
    [
      'localhost/app',
      {
        registry: 'localhost',
        repository: 'app',
        familiarName: 'localhost/app',
      },
    ],
    [
      'localhost:5000/app',
      {
        registry: 'localhost:5000',
        repository: 'app',
        familiarName: 'localhost:5000/app',
      },
    ],
    [
      'UPPER/x',
      { registry: 'UPPER', repository: 'x', familiarName: 'UPPER/x' },
    ],
    [
      `golang:1.27@${digest}`,
      {
        repository: 'library/golang',
        familiarName: 'golang',
        tag: '1.27',
        digest,
      },
    ],
    [
      `r.example:443/app@${digest}`,
      {
        registry: 'r.example:443',
        repository: 'app',
        familiarName: 'r.example:443/app',
        digest,
      },
    ],
    [
      '[::1]:5000/a',
      { registry: '[::1]:5000', repository: 'a', familiarName: '[::1]:5000/a' },
    ],
  ])('%s', (text, reference) => {
    expect(parseImageReference(text)).toEqual(reference);
  });

  it.each(['', 'Golang', 'a:', 'a:b:c', 'a/../b', 'a b', '-x', 'a@sha256:12'])(
    'rejects %j',
    text => {
      expect(parseImageReference(text)).toBeUndefined();
    },
  );
});
