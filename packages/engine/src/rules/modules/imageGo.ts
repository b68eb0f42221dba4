/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { compareGoVersions } from '../../gomod/compareGoVersions';
import {
  goLineOf,
  goReleases,
  oldestSupportedGoLine,
} from '../facts/goReleases';
import { lastGolangVersion, readGolangTag } from '../facts/golangTags';

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
  const parts = tag === undefined ? undefined : readGolangTag(tag);
  if (tag === undefined || parts?.version === undefined) {
    return undefined;
  }
  const { version, pinned, suffix } = parts;
  if (pinned) {
    return { tag, newest: version, moving: false };
  }
  const last = lastGolangVersion(version, suffix);
  if (last !== undefined) {
    return { tag, newest: last, moving: false };
  }
  const newest = goLineOf(version)?.newest;
  // `golang:1.9` and older: any patch of it is below every go line of today.
  const isOld = compareGoVersions(version, goReleases[0].line) < 0;
  return {
    tag,
    newest: newest ?? (isOld ? version : undefined),
    moving: compareGoVersions(version, oldestSupportedGoLine) >= 0,
  };
}
