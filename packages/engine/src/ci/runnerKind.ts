/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageBuild } from './types';

/**
 * Labels of the machines that GitHub offers; larger ones add to them. Each job
 * gets a new one.
 * https://docs.github.com/en/actions/reference/runners/github-hosted-runners
 */
const hosted =
  /^(?:ubuntu|windows|macos)-(?:latest|slim|\d{2}(?:\.\d{2})?|20\d\d)(?:-(?:arm|arm64|intel|large|xlarge|\d+-?cores?))*$/i;

/** Whose machine the labels of `runs-on` name. */
export function runnerKind(labels: readonly string[]): ImageBuild['runner'] {
  if (labels.some(label => /^self-hosted$/i.test(label))) {
    return 'self-hosted';
  }
  return labels.length === 1 && hosted.test(labels[0]) ? 'hosted' : 'unknown';
}
