/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { officialName } from './baseImages';

/** The C library of an image; `none` where it has none. */
export type CLibrary = 'glibc' | 'musl' | 'none';

/** Official images of distributions that are built on glibc. */
const glibcImages = new Set([
  'almalinux',
  'amazonlinux',
  'buildpack-deps',
  'debian',
  'fedora',
  'oraclelinux',
  'rockylinux',
  'ubuntu',
]);

/**
 * The C library of an image, where it is known for sure.
 *
 * - https://hub.docker.com/_/golang: Debian, or Alpine by its tags
 * - https://github.com/GoogleContainerTools/distroless/blob/main/base/README.md
 * - https://edu.chainguard.dev/chainguard/chainguard-images/
 */
export function cLibraryOf(reference: ImageReference): CLibrary | undefined {
  const { registry, repository, tag, digest } = reference;
  const name = officialName(reference);
  if (name === 'golang') {
    if (tag === undefined && digest !== undefined) {
      return undefined;
    }
    if (/windows|nanoserver/.test(tag ?? '')) {
      return undefined;
    }
    return /alpine/.test(tag ?? '') ? 'musl' : 'glibc';
  }
  if (name === 'alpine') {
    return 'musl';
  }
  if (name !== undefined) {
    return glibcImages.has(name) ? 'glibc' : undefined;
  }
  if (registry === 'gcr.io') {
    const variant =
      /^distroless\/(static|base|base-nossl|cc)(?:-debian\d+)?$/.exec(
        repository,
      )?.[1];
    if (variant === undefined) {
      return undefined;
    }
    return variant === 'static' ? 'none' : 'glibc';
  }
  if (registry === 'cgr.dev' && /^chainguard\/static$/.test(repository)) {
    // The tag may choose a variant.
    return tag === undefined || tag === 'latest' ? 'none' : undefined;
  }
  return undefined;
}
