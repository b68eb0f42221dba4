/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from './parseImageReference';

/**
 * The name that a named build context is known under, by what FROM, `--from` or
 * `--build-context` call it: as short as an image's name can be, without
 * `:latest`. So `docker.io/library/app:latest` is `app`, and `app:1` is another.
 * Undefined for a text that the builder takes for no name.
 * https://github.com/moby/buildkit/blob/73ed6825c4b7/frontend/dockerui/config.go (NamedContext)
 * https://github.com/docker/buildx/blob/461836ba0fcb/util/buildflags/context.go
 */
export function contextName(text: string): string | undefined {
  const reference = parseImageReference(text);
  if (!reference) {
    return undefined;
  }
  const { familiarName, tag, digest } = reference;
  return [
    familiarName,
    tag === undefined ? '' : `:${tag}`,
    digest === undefined ? '' : `@${digest}`,
  ]
    .join('')
    .replace(/:latest$/, '');
}
