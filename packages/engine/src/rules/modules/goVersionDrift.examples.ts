/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const goVersionDriftExamples: RuleExamples = {
  bad: [
    {
      name: 'Tests with another line than the image',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.26'
      - run: go test ./...
`,
      },
      findings: ['.github/workflows/test.yml:9'],
      fixed: {
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.27'
      - run: go test ./...
`,
      },
    },
    {
      name: 'Version managers',
      files: {
        Dockerfile: `FROM golang:1.27.4 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.tool-versions': `nodejs 24.1.0
golang 1.26.11 # for now
`,
        'mise.toml': `[tools]
node = "24"
go = "1.26"
`,
        '.go-version': `1.26.11
`,
      },
      findings: ['.go-version:1', '.tool-versions:2', 'mise.toml:3'],
      fixed: {
        '.go-version': `1.27.4
`,
        '.tool-versions': `nodejs 24.1.0
golang 1.27.4 # for now
`,
        'mise.toml': `[tools]
node = "24"
go = "1.27"
`,
      },
    },
    {
      name: 'Older than go.mod asks for, by variable',
      files: {
        'go.mod': `module example.com/app

go 1.27.2
`,
        'main.go': ``,
        '.github/workflows/test.yml': `on: push
env:
  GO_VERSION: 1.26.x
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: \${{ env.GO_VERSION }}
      - run: go test ./...
`,
      },
      findings: ['.github/workflows/test.yml:3'],
      fixed: {
        '.github/workflows/test.yml': `on: push
env:
  GO_VERSION: 1.27.x
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: \${{ env.GO_VERSION }}
      - run: go test ./...
`,
      },
    },
    {
      name: 'A patch below that of go.mod',
      files: {
        Dockerfile: `FROM golang:1.27.4 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.27.3
`,
        'main.go': ``,
        '.go-version': `1.27.1
`,
      },
      findings: ['.go-version:1'],
      fixed: {
        '.go-version': `1.27.3
`,
      },
    },
    {
      name: 'A devcontainer',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.devcontainer/devcontainer.json': `{
  // for the editor
  "image": "mcr.microsoft.com/devcontainers/go:1-1.24-bookworm"
}
`,
      },
      findings: ['.devcontainer/devcontainer.json:3'],
    },
    {
      name: 'An image that always has the newest line',
      files: {
        Dockerfile: `FROM golang:alpine AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.24.0
`,
        'main.go': ``,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.25'
      - run: |
          make lint
          go test ./...
`,
      },
      findings: ['.github/workflows/test.yml:9'],
    },
    {
      name: 'A job in the folder of one of two modules',
      files: {
        'api/Dockerfile': `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'api/go.mod': `module example.com/api

go 1.26.0
`,
        'api/main.go': ``,
        'tools/Dockerfile': `FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'tools/go.mod': `module example.com/tools

go 1.26.0
`,
        'tools/main.go': ``,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    defaults:
      run:
        working-directory: ./api
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.26'
      - run: go test ./...
`,
      },
      findings: ['.github/workflows/test.yml:12'],
    },
  ],
  good: [
    {
      name: 'The same line everywhere',
      files: {
        Dockerfile: `FROM golang:1.27.4 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.27'
      - run: go test ./...
`,
        '.tool-versions': `golang 1.27.1
`,
      },
    },
    {
      name: 'A matrix of several versions',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        go: ["1.26", "1.27"]
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: \${{ matrix.go }}
      - run: go test ./...
`,
      },
    },
    {
      name: 'A job for the oldest version beside the one of the image',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.github/workflows/oldest.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: 1.26.x
      - run: go test ./...
`,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: 1.27.x
      - run: go test ./...
`,
      },
    },
    {
      name: 'The version of go.mod, and newer images',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version-file: go.mod
      - run: go test ./...
`,
        '.go-version': `1.27.4
`,
      },
    },
    {
      name: 'A newer patch than go.mod asks for',
      files: {
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.go-version': `1.26.11
`,
      },
    },
    {
      name: 'Ranges, aliases and computed versions',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.github/workflows/a.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: stable
      - run: go test ./...
`,
        '.github/workflows/b.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '^1.21'
      - run: go test ./...
`,
        '.github/workflows/c.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: \${{ inputs.go }}
      - run: go test ./...
`,
      },
    },
    {
      name: 'A Go for the site generator',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.github/workflows/site.yml': `on: push
jobs:
  site:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: 1.25.1
      - run: hugo --minify --source docs
      - uses: actions/upload-pages-artifact@v4
`,
      },
    },
    {
      name: 'A line that is newer than the newest image known',
      files: {
        Dockerfile: `FROM golang AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.go-version': `1.99.0
`,
      },
    },
    {
      name: 'An example below the module, with an older image of its own',
      files: {
        'examples/hello/Dockerfile': `FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'examples/hello/go.mod': `module example.com/app/examples/hello

go 1.25.0
`,
        'examples/hello/main.go': ``,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.go-version': `1.27.4
`,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.27'
      - run: make test
`,
      },
    },
    {
      name: 'Several modules, each with its own',
      files: {
        'a/Dockerfile': `FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'a/go.mod': `module example.com/app

go 1.26.0
`,
        'a/main.go': ``,
        'b/Dockerfile': `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'b/go.mod': `module example.com/app

go 1.27.0
`,
        'b/main.go': ``,
        'a/.go-version': `1.26.11
`,
        'b/.go-version': `1.27.4
`,
        '.github/workflows/test.yml': `on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.26'
      - run: go test ./...
`,
      },
    },
    {
      name: 'An image for development',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        'Dockerfile.dev': `FROM golang:1.26 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        '.go-version': `1.27.4
`,
      },
    },
    {
      name: 'Jobs that run a tool alone, or build the image alone',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build \\
    -o /app .
`,
        'go.mod': `module example.com/app

go 1.26.0
`,
        'main.go': ``,
        '.github/workflows/licences.yml': `on: push
jobs:
  licences:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.25'
      - run: |
          go install github.com/google/addlicense@v1.2.0
          addlicense -check pkg
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-go@v6
        with:
          go-version: '1.25'
      - uses: docker/build-push-action@v6
        with:
          context: .
`,
      },
    },
  ],
};
