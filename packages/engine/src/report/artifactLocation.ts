/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import type { ArtifactLocation } from 'sarif';

/** A repository path, as SARIF has it: a relative address below the checkout. */
export function artifactLocation(path: string): ArtifactLocation {
  return {
    uri: path.split('/').map(encodeSegment).join('/'),
    uriBaseId: '%SRCROOT%',
  };
}

function encodeSegment(segment: string): string {
  // A lone surrogate has no encoding.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
