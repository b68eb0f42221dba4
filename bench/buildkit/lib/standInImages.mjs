/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { docker } from './engine.mjs';
import { baseImages } from './recordableDockerfile.mjs';

const standIns = [
  [/^golang:1\.24\b/, 'stand-in/golang:1.24'],
  [/^golang(:|$)/, 'stand-in/golang:1.27'],
  [/distroless\/(static|base)/, 'stand-in/base:static'],
  [/^(alpine|busybox|debian)(:|$)/, 'stand-in/base:busybox'],
];

/** Gives every base image of a Dockerfile to a local stand-in. */
export async function provideBaseImages(dockerfile) {
  for (const image of baseImages(dockerfile)) {
    const found = standIns.find(([pattern]) => pattern.test(image));
    if (!found) {
      throw new Error(`no stand-in for the base image ${image}`);
    }
    await docker('tag', found[1], image);
  }
}
