/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { goReleases, oldestSupportedGoLine } from '../facts/goReleases';
import { compareGoVersions } from '../../gomod/compareGoVersions';

/** The Go that an official image has. */
export interface ImageGo {
  tag: string;
  /** The newest version that images of this tag can have; unknown for new lines. */
  newest?: string;
  /** Whether a newer patch release may appear under this tag. */
  moving: boolean;
}

/**
 * Reads the Go version out of a tag of the official image; `undefined` when the
 * tag names none, as `latest`, `1` and `alpine` do.
 * https://hub.docker.com/_/golang
 */
export function readImageGo({ tag }: ImageReference): ImageGo | undefined {
  const match =
    tag === undefined
      ? undefined
      : /^(\d+\.\d+)(\.\d+)?((?:rc|beta)\d+)?(?:-[A-Za-z0-9._-]*)?$/.exec(tag);
  if (tag === undefined || !match) {
    return undefined;
  }
  const [, line, patch = '', preRelease = ''] = match;
  if (patch !== '' || preRelease !== '') {
    return { tag, newest: `${line}${patch}${preRelease}`, moving: false };
  }
  const newest = goReleases.find(release => release.line === line)?.newest;
  // `golang:1.9` and older: any patch of it is below every go line of today.
  const isOld = compareGoVersions(line, goReleases[0].line) < 0;
  return {
    tag,
    newest: newest ?? (isOld ? line : undefined),
    moving: compareGoVersions(line, oldestSupportedGoLine) >= 0,
  };
}
