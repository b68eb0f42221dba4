/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const toolchainInRuntimeExamples: RuleExamples = {
  bad: [
    {
      name: 'One stage only',
      files: {
        Dockerfile: `FROM golang:1.27
WORKDIR /app
COPY . .
RUN go build -o server .
CMD ["./server"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
    },
    {
      name: 'The final stage stands on the build stage',
      files: {
        Dockerfile: `FROM golang:1.27-alpine AS build
WORKDIR /app
COPY . .
RUN go build -o /bin/server .

FROM build
USER 65532
ENTRYPOINT ["/bin/server"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
    },
    {
      name: 'The sources are copied into the final stage',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM alpine:3.24
WORKDIR /srv
COPY . .
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:8'],
    },
    {
      name: 'go run as the command',
      files: {
        Dockerfile: `FROM golang:1.27
WORKDIR /app
COPY . .
CMD ["go", "run", "."]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:1'],
    },
  ],
  good: [
    {
      name: 'An image that makes packages when it runs',
      files: {
        'packaging/Dockerfile': `FROM golang:1.27-trixie AS build
RUN apt-get update && apt-get install -y debhelper
ADD . /src
CMD ["/src/packaging/make.sh"]
`,
        'packaging/make.sh': 'go build ./...\n',
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Sources in an image to work in',
      files: {
        Dockerfile: `FROM example.com/windows-build:1.27
ENTRYPOINT ["powershell.exe"]
WORKDIR /src
COPY . .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Module files alone, beside a program that is copied in',
      nearMiss: true,
      files: {
        Dockerfile: `FROM debian:trixie-slim
COPY setup.sh go.* ./
COPY bin/app /app
CMD ["/app"]
`,
        'bin/app': '',
        'setup.sh': '',
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'go.sum': '',
        'main.go': '',
      },
    },
    {
      name: 'Two stages',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'Only what the program reads at run time',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -o /app .

FROM scratch
COPY templates/ /templates/
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
        'templates/index.html': '',
      },
    },
    {
      name: 'A stage for tests',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM build AS test
CMD ["go", "test", "./..."]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'An image of tools',
      nearMiss: true,
      files: {
        'ci/Dockerfile': `FROM golang:1.27
RUN go install golang.org/x/vuln/cmd/govulncheck@v1.1.4
ENTRYPOINT ["govulncheck"]
`,
      },
    },
    {
      name: 'One file for the binaries of many folders',
      nearMiss: true,
      files: {
        'tests/apps/Dockerfile': `FROM gcr.io/distroless/static:nonroot
WORKDIR /app
COPY . .
CMD ["./app"]
`,
        'tests/apps/one/go.mod': 'module example.com/one\n\ngo 1.27\n',
        'tests/apps/one/main.go': '',
        'tests/apps/two/go.mod': 'module example.com/two\n\ngo 1.27\n',
        'tests/apps/two/main.go': '',
      },
    },
    {
      name: 'No Go at all',
      files: {
        Dockerfile: `FROM node:24-alpine
WORKDIR /app
COPY . .
RUN npm ci
CMD ["node", "server.js"]
`,
        'package.json': '{}',
        'package-lock.json': '{}',
        'server.js': '',
      },
    },
  ],
};
