/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot';
import { contextCopies } from '../units/contextCopies';
import { findBuildUnits } from '../units/findBuildUnits';
import { applyEdits } from './applyEdits';
import { bringFile } from './bringFile';

/** The instruction that brings go.mod, after it brings another file as well. */
function bring(
  instruction: string,
  path: string,
  place: string,
): string | undefined {
  const start = 'FROM golang:1.27\nWORKDIR /src\n';
  const Dockerfile = `${start}${instruction}\n`;
  const snapshot = createSnapshot({
    files: Object.entries({ Dockerfile, 'go.mod': 'module a\n' }),
  });
  const [unit] = findBuildUnits(snapshot);
  const [copy] = contextCopies(unit);
  const edit = bringFile(unit.dockerfile, copy, {
    path,
    place,
    beside: copy.sources[0].text,
  });
  return edit && applyEdits(Dockerfile, [edit]).slice(start.length, -1);
}

describe('bringFile', () => {
  it.each([
    ['COPY go.mod ./', 'go.sum', '/src/go.sum', 'COPY go.mod go.sum ./'],
    [
      'COPY --chown=1 go.mod main.go /src/',
      'go.sum',
      '/src/go.sum',
      'COPY --chown=1 go.mod go.sum main.go /src/',
    ],
    [
      'COPY go.mod ./',
      'lib/go.mod',
      '/src/lib/go.mod',
      'COPY go.mod ./\nCOPY lib/go.mod lib/go.mod',
    ],
    [
      'COPY --chown=1 go.mod /src/go.mod',
      'go.sum',
      '/src/go.sum',
      'COPY --chown=1 go.mod /src/go.mod\nCOPY --chown=1 go.sum /src/go.sum',
    ],
    [
      'COPY ["go.mod", "./"]',
      'go.sum',
      '/src/go.sum',
      'COPY ["go.mod", "./"]\nCOPY go.sum go.sum',
    ],
    [
      'RUN --mount=type=bind,source=go.mod,target=go.mod go mod download',
      'go.sum',
      '/src/go.sum',
      'RUN --mount=type=bind,source=go.mod,target=go.mod --mount=type=bind,source=go.sum,target=/src/go.sum go mod download',
    ],
    [
      'RUN --mount=type=bind,src=go.mod,dst=go.mod \\\n  go mod download',
      'go.sum',
      '/src/go.sum',
      'RUN --mount=type=bind,src=go.mod,dst=go.mod \\\n  --mount=type=bind,source=go.sum,target=/src/go.sum \\\n  go mod download',
    ],
    ['COPY --parents go.mod ./', 'go.sum', '/src/go.sum', undefined],
  ])('%j', (before, path, place, after) => {
    expect(bring(before, path, place)).toBe(after);
  });
});
