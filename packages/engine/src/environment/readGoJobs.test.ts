/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot/createSnapshot';
import { readGoJobs } from './readGoJobs';
import { GoVariableName } from './types';

function show(name: GoVariableName, workflow: string): string[] {
  const path = '.github/workflows/test.yml';
  const snapshot = createSnapshot({
    files: [[path, workflow]],
    tree: [{ path, kind: 'file', size: workflow.length }],
  });
  return readGoJobs(snapshot).map(({ job, verb, line, variables }) => {
    const { value = '?', origin, place } = variables[name];
    const from = place ? ` ${place.line}` : '';
    return `${line} ${job} ${verb}: ${value} (${origin}${from})`;
  });
}

const header = `on: push
env:
  GOPROXY: https://goproxy.corp.example
  GOFLAGS: \${{ vars.FLAGS }}
jobs:
  test:
    runs-on: ubuntu-latest
`;

describe('readGoJobs', () => {
  it('takes the innermost env', () => {
    const workflow = `${header}    env:
      GOPROXY: direct
    steps:
      - run: go vet ./...
      - run: |
          go mod download
          GOPROXY=off go test ./...
        env:
          GOPROXY: https://proxy.golang.org
`;
    expect(show('GOPROXY', workflow)).toEqual([
      '11 test vet: direct (env 9)',
      '13 test mod download: https://proxy.golang.org (env 16)',
      '14 test test: off (command 14)',
    ]);
    expect(show('GOFLAGS', workflow)[0]).toBe('11 test vet: ? (env 4)');
    expect(show('GOSUMDB', workflow)[0]).toBe(
      '11 test vet: sum.golang.org (default)',
    );
    expect(show('CGO_ENABLED', workflow)[0]).toBe('11 test vet: 1 (default)');
  });

  it('follows what steps leave behind', () => {
    const workflow = `${header}    steps:
      - run: go env -w GOPRIVATE=git.corp.example
      - run: |
          export GOSUMDB=off
          echo "GOTOOLCHAIN=local" >> "$GITHUB_ENV"
          go build
      - run: go build
  other:
    runs-on: ubuntu-latest
    steps:
      - run: go build
`;
    expect(show('GONOSUMDB', workflow)).toEqual([
      '13 test build: git.corp.example (go-env 9)',
      '14 test build: git.corp.example (go-env 9)',
      '18 other build:  (default)',
    ]);
    expect(show('GOSUMDB', workflow)).toEqual([
      '13 test build: off (command 11)',
      '14 test build: sum.golang.org (default)',
      '18 other build: sum.golang.org (default)',
    ]);
    expect(show('GOTOOLCHAIN', workflow)).toEqual([
      '13 test build: auto (default)',
      '14 test build: local (env 12)',
      '18 other build: auto (default)',
    ]);
  });

  it('knows the Go image of a container, and what it does not know', () => {
    const workflow = `on: push
jobs:
  test:
    runs-on: self-hosted
    container: golang:1.27
    steps:
      - run: go build
  tools:
    runs-on: self-hosted
    steps:
      - uses: actions/setup-go@v6
      - run: go build
      - run: go build
        shell: pwsh
`;
    expect(show('GOMODCACHE', workflow)).toEqual([
      '7 test build: /go/pkg/mod (image)',
      '12 tools build: ? (default)',
    ]);
    expect(show('GOTOOLCHAIN', workflow)).toEqual([
      '7 test build: local (image)',
      '12 tools build: ? (image)',
    ]);
    expect(show('CGO_ENABLED', workflow)[1]).toBe(
      '12 tools build: ? (default)',
    );
  });
});
