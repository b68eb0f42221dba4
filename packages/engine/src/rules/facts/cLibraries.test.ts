/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../../dockerfile/parseImageReference';
import { cLibraryOf } from './cLibraries';

describe('cLibraryOf', () => {
  it.each([
    ['golang:1.27', 'glibc'],
    ['golang:1.27-alpine3.24', 'musl'],
    ['mirror.gcr.io/library/golang:alpine', 'musl'],
    [
      'golang@sha256:28bd5fe8b56d1bd048e5babf5b10710ebe0bae67db86916198a6eec434943f8b',
      undefined,
    ],
    ['golang:1.27-windowsservercore', undefined],
    ['alpine', 'musl'],
    ['debian:13-slim', 'glibc'],
    ['busybox:musl', undefined],
    ['gcr.io/distroless/static-debian13:nonroot', 'none'],
    ['gcr.io/distroless/static', 'none'],
    ['gcr.io/distroless/base-nossl-debian13', 'glibc'],
    ['gcr.io/distroless/cc-debian13', 'glibc'],
    ['gcr.io/other/static', undefined],
    ['cgr.dev/chainguard/static:latest', 'none'],
    ['cgr.dev/chainguard/static:latest-glibc', undefined],
    ['registry.example/golang:1.27', undefined],
  ])('%s has %s', (image, library) => {
    const reference = parseImageReference(image);
    expect(reference && cLibraryOf(reference)).toBe(library);
  });
});
