/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pipeline, pipelinePath } from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

const sum = `example.com/lib v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
example.com/lib v1.0.0/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=
`;
const mod = `module example.com/app

go 1.27

require example.com/lib v1.0.0
`;

function moduleIn(folder: string, steps: string): Record<string, string> {
  return {
    [`${folder}go.mod`]: mod,
    [`${folder}go.sum`]: sum,
    [`${folder}main.go`]: '',
    [pipelinePath]: pipeline(steps),
  };
}

const twoModules = {
  'a/go.mod': mod,
  'a/go.sum': sum,
  'b/go.mod': mod.replace('app', 'b'),
  'b/go.sum': sum,
};

export const moduleCacheKeyExamples: RuleExamples = {
  bad: [
    {
      name: 'The module is in a folder',
      files: moduleIn(
        'backend/',
        `- uses: actions/setup-go@v6
  with:
    go-version-file: backend/go.mod
- run: go test ./...
  working-directory: backend
`,
      ),
      findings: [`${pipelinePath}:7`],
      fixed: {
        [pipelinePath]: pipeline(`- uses: actions/setup-go@v6
  with:
    go-version-file: backend/go.mod
    cache-dependency-path: backend/go.sum
- run: go test ./...
  working-directory: backend
`),
      },
    },
    {
      name: 'Several modules, and an action without inputs',
      files: {
        ...twoModules,
        [pipelinePath]: pipeline('- uses: actions/setup-go@v5 # 5.6.0\n'),
      },
      findings: [`${pipelinePath}:7`],
      fixed: {
        [pipelinePath]: pipeline(`- uses: actions/setup-go@v5 # 5.6.0
  with:
    cache-dependency-path: '**/go.sum'
`),
      },
    },
    {
      name: 'A path that is not there',
      files: moduleIn(
        'api/',
        `- uses: actions/setup-go@7a3fe6cf4cb3a834922a1244abfce67bcef6a0c5 # v6.2.0
  with:
    cache-dependency-path: backend/go.sum
`,
      ),
      findings: [`${pipelinePath}:9`],
      fixed: {
        [pipelinePath]:
          pipeline(`- uses: actions/setup-go@7a3fe6cf4cb3a834922a1244abfce67bcef6a0c5 # v6.2.0
  with:
    cache-dependency-path: api/go.sum
`),
      },
    },
    {
      name: 'A key that never changes',
      files: moduleIn(
        '',
        `- uses: actions/cache@v4
  with:
    path: |
      ~/.cache/go-build
      ~/go/pkg/mod
    key: \${{ runner.os }}-go # shared
`,
      ),
      findings: [`${pipelinePath}:12`],
      fixed: {
        [pipelinePath]: pipeline(`- uses: actions/cache@v4
  with:
    path: |
      ~/.cache/go-build
      ~/go/pkg/mod
    key: \${{ runner.os }}-go-\${{ hashFiles('**/go.sum') }} # shared
    restore-keys: \${{ runner.os }}-go-
`),
      },
    },
    {
      name: 'A key of a file that is elsewhere',
      files: moduleIn(
        'services/api/',
        `- uses: actions/cache@v4
  with:
    path: ~/go/pkg/mod
    key: go-\${{ runner.os }}-\${{ hashFiles('go.sum') }}
`,
      ),
      findings: [`${pipelinePath}:10`],
      fixed: {
        [pipelinePath]: pipeline(`- uses: actions/cache@v4
  with:
    path: ~/go/pkg/mod
    key: go-\${{ runner.os }}-\${{ hashFiles('**/go.sum') }}
`),
      },
    },
  ],
  good: [
    {
      name: 'The module is in the root folder',
      files: moduleIn('', '- uses: actions/setup-go@v6\n'),
    },
    {
      name: 'The path is given',
      files: moduleIn(
        'backend/',
        `- uses: actions/setup-go@v6
  with:
    cache-dependency-path: ./backend/go.sum
`,
      ),
    },
    {
      name: 'The cache is off, or was in that version',
      files: moduleIn(
        'backend/',
        `- uses: actions/setup-go@v3
- uses: actions/setup-go@v6
  with:
    cache: false
`,
      ),
    },
    {
      name: 'The repository is checked out elsewhere',
      nearMiss: true,
      files: {
        ...moduleIn('', ''),
        'backend/go.mod': mod,
        [pipelinePath]: `on: push
jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
        with:
          path: src
      - uses: actions/setup-go@v6
        with:
          cache-dependency-path: src/go.sum
`,
      },
    },
    {
      name: 'Keys that follow the modules or the commit',
      files: moduleIn(
        'backend/',
        `- uses: actions/cache@v4
  with:
    path: ~/go/pkg/mod
    key: go-\${{ hashFiles('back*/**/go.sum') }}
- uses: actions/cache@v4
  with:
    path: ~/go/pkg/mod
    key: go-\${{ github.sha }}
    restore-keys: go-
`,
      ),
    },
    {
      name: 'A cache of something else',
      nearMiss: true,
      files: moduleIn(
        '',
        `- uses: actions/setup-go@v6
- uses: actions/cache@v4
  with:
    path: ~/.cache/golangci-lint
    key: lint
`,
      ),
    },
    {
      name: 'A module without requirements',
      files: {
        'tool/go.mod': 'module example.com/tool\n\ngo 1.27\n',
        [pipelinePath]: pipeline('- uses: actions/setup-go@v6\n'),
      },
    },
  ],
};
