/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const dockerfile = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`;

const goMod = (replacement: string) => `module example.com/app

go 1.27

require example.com/lib v0.0.0

replace example.com/lib => ${replacement}
`;

const library = {
  'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
  'lib/lib.go': '',
};

export const replaceOutsideContextExamples: RuleExamples = {
  bad: [
    {
      name: 'Beside the repository',
      files: {
        Dockerfile: dockerfile,
        'go.mod': goMod('../lib'),
        'main.go': '',
      },
      findings: ['go.mod:7'],
    },
    {
      name: "Beside the service's folder, which is the context",
      files: {
        'service/Dockerfile': dockerfile,
        'service/go.mod': goMod('../lib'),
        'service/main.go': '',
        ...library,
      },
      findings: ['service/go.mod:7'],
    },
    {
      name: 'A folder of one machine',
      files: {
        Dockerfile: dockerfile,
        'go.mod': goMod('/home/me/src/lib'),
        'main.go': '',
      },
      findings: ['go.mod:7'],
    },
    {
      name: 'At the download already, one of two in a block',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.27

require (
	example.com/lib v0.0.0
	example.com/other v1.2.0
)

replace (
	example.com/lib => ./lib
	example.com/other v1.2.0 => ../../other
)
`,
        'main.go': '',
        ...library,
      },
      findings: ['go.mod:12'],
    },
  ],
  good: [
    {
      name: 'A folder of the context',
      files: {
        Dockerfile: dockerfile,
        'go.mod': goMod('./lib'),
        'main.go': '',
        ...library,
      },
    },
    {
      name: 'The context holds both',
      files: {
        'service/Dockerfile': `FROM golang:1.27 AS build
WORKDIR /src
COPY lib/ lib/
COPY service/ service/
RUN cd service && go build -o /app .
`,
        'service/go.mod': goMod('../lib'),
        'service/main.go': '',
        ...library,
      },
    },
    {
      name: 'A named context brings it',
      nearMiss: true,
      files: {
        'service/Dockerfile': `# syntax=docker/dockerfile:1
FROM golang:1.27 AS build
WORKDIR /src/service
COPY --from=lib / /src/lib/
COPY . .
RUN go build -o /app .
`,
        'service/go.mod': goMod('../lib'),
        'service/main.go': '',
        ...library,
      },
    },
    {
      name: 'The replacement is dropped before the build',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go mod edit -dropreplace=example.com/lib
RUN go build -o /app .
`,
        'go.mod': goMod('../lib'),
        'main.go': '',
      },
    },
    {
      name: 'Vendored',
      files: {
        Dockerfile: dockerfile,
        'go.mod': goMod('../lib'),
        'main.go': '',
        'vendor/modules.txt':
          '# example.com/lib v0.0.0 => ../lib\n## explicit; go 1.27\nexample.com/lib\n# example.com/lib => ../lib\n',
        'vendor/example.com/lib/lib.go': '',
      },
    },
    {
      name: 'Replaced by another module',
      files: {
        Dockerfile: dockerfile,
        'go.mod': goMod('example.com/fork v1.0.0'),
        'main.go': '',
      },
    },
    {
      name: 'A replacement that nothing requires',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile,
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nreplace example.com/lib => ../lib\n',
        'main.go': '',
      },
    },
    {
      name: 'The sources are cloned beside it',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN git clone --depth 1 https://git.example.com/lib.git /lib
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': goMod('../lib'),
        'main.go': '',
      },
    },
    {
      name: 'In a named context that the build stands on',
      files: {
        'service/Dockerfile': `FROM toolchain AS build
WORKDIR /src/service
COPY . .
RUN go build -o /app .
`,
        'service/go.mod': goMod('../lib'),
        'service/main.go': '',
        ...library,
        '.github/workflows/build.yaml': `on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - run: docker build --build-context toolchain=docker-image://registry.example/go-with-lib:1 service
`,
      },
    },
  ],
};
