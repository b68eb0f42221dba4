/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { pipeline, service } from './pipelineExamples';

const goModule = 'module example.com/app\n\ngo 1.27\n';

export const buildCacheMountExamples: RuleExamples = {
  bad: [
    {
      name: 'No cache mount',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'A cache mount for the modules only',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
      },
    },
    {
      name: 'A flag that has everything compiled anew',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -a -o /app . && \\
    go install -v -a ./cmd/tool
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    CGO_ENABLED=0 go build -o /app . && \\
    go install -v ./cmd/tool
`,
      },
    },
    {
      name: 'Windows line ends and a cache folder of its own',
      files: {
        Dockerfile:
          'FROM golang:1.27 AS build\r\nENV GOCACHE=/cache\r\nWORKDIR /src\r\nCOPY . .\r\nRUN \\\r\n  go build -o /app .\r\n',
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile:
          'FROM golang:1.27 AS build\r\nENV GOCACHE=/cache\r\nWORKDIR /src\r\nCOPY . .\r\nRUN --mount=type=cache,target=/cache \\\r\n  go build -o /app .\r\n',
      },
    },
    {
      name: 'Settings of the go command that are written to its file',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go env -w GOPROXY=https://proxy.example.com,direct
WORKDIR /src
COPY . .
RUN go build \\
      -o /app .

FROM scratch
COPY --from=build /app /app
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go env -w GOPROXY=https://proxy.example.com,direct
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
      go build \\
      -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'A user whose home folder is not known',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
USER builder
WORKDIR /src
COPY . .
RUN go build -o /tmp/app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'The cache mount is on another step',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
RUN --mount=type=cache,target=/root/.cache/go-build go mod download
COPY . .
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:6'],
    },
    {
      name: 'One of two compile steps',
      files: {
        Dockerfile: `FROM golang:1.27 AS sources
WORKDIR /src
COPY . .

FROM sources AS api
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /api ./cmd/api

FROM sources AS worker
RUN go build -o /worker ./cmd/worker

FROM scratch
COPY --from=api /api /
COPY --from=worker /worker /
`,
        'go.mod': goModule,
        'cmd/api/main.go': '',
        'cmd/worker/main.go': '',
      },
      findings: ['Dockerfile:9'],
    },
  ],
  good: [
    {
      name: 'Generators, which compile no package',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS generated
WORKDIR /src
COPY . .
RUN go generate ./...
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A builder that keeps no cache mounts',
      files: service(pipeline('- run: docker build .\n')),
    },
    {
      name: 'A cache mount on the compile step',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A folder of its own, by ENV',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOCACHE=/cache/build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=\${GOCACHE} go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A cache mount above the build cache',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'With bind mounts, in a heredoc',
      files: {
        Dockerfile: `# syntax=docker/dockerfile:1
FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \\
    --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build <<SCRIPT
go build -o /app .
SCRIPT
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A compile step that no source change re-runs',
      files: {
        Dockerfile: `FROM golang:1.27 AS tool
RUN go install example.com/tools/gen@v1.2.0

FROM golang:1.27 AS build
COPY --from=tool /go/bin/gen /usr/local/bin/
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build gen && go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
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
