/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goFiles = {
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire github.com/gin-gonic/gin v1.11.0\n',
  'go.sum': '',
  'main.go': '',
};

function dockerfile(
  build: string,
  { builder = 'golang:1.27', runtime = 'scratch', more = '' } = {},
): string {
  return `FROM ${builder} AS build
WORKDIR /src
COPY . .
${build}

FROM ${runtime}
${more}COPY --from=build /app /app
EXPOSE 8080
USER 65532
ENTRYPOINT ["/app"]
`;
}

export const libcMismatchExamples: RuleExamples = {
  bad: [
    {
      name: 'glibc into nothing',
      files: { Dockerfile: dockerfile('RUN go build -o /app .'), ...goFiles },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: dockerfile('RUN CGO_ENABLED=0 go build -o /app .'),
      },
    },
    {
      name: 'glibc into Alpine, over several lines',
      files: {
        Dockerfile: dockerfile(
          'RUN go vet ./... && \\\n    # the service\n    GOOS=linux go build \\\n      -trimpath -o /app .',
          { runtime: 'alpine:3.24' },
        ),
        ...goFiles,
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: dockerfile(
          'RUN go vet ./... && \\\n    # the service\n    GOOS=linux CGO_ENABLED=0 go build \\\n      -trimpath -o /app .',
          { runtime: 'alpine:3.24' },
        ),
      },
    },
    {
      name: 'In a heredoc, into distroless without libc',
      files: {
        Dockerfile: dockerfile('RUN <<EOF\nset -e\ngo build -o /app .\nEOF', {
          runtime: 'gcr.io/distroless/static-debian13:nonroot',
        }),
        ...goFiles,
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: dockerfile(
          'RUN <<EOF\nset -e\nCGO_ENABLED=0 go build -o /app .\nEOF',
          { runtime: 'gcr.io/distroless/static-debian13:nonroot' },
        ),
      },
    },
    {
      name: 'musl into Debian, with a package that needs cgo',
      files: {
        Dockerfile: dockerfile(
          'RUN apk add --no-cache gcc musl-dev && CGO_ENABLED=1 go build -o /app .',
          { builder: 'golang:1.27-alpine', runtime: 'debian:13-slim' },
        ),
        ...goFiles,
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire github.com/mattn/go-sqlite3 v1.14.32\n',
      },
      findings: ['Dockerfile:4'],
    },
  ],
  good: [
    {
      name: 'Without cgo, in three ways',
      files: {
        Dockerfile: dockerfile(
          'ENV CGO_ENABLED=0\nRUN go build -o /app .\nRUN CGO_ENABLED=0 go build -o /b . && export CGO_ENABLED=0 && go build -o /c .',
        ),
        ...goFiles,
      },
    },
    {
      name: 'The same C library',
      files: {
        Dockerfile: dockerfile('RUN go build -o /app .', {
          runtime: 'gcr.io/distroless/base-debian13:nonroot',
        }),
        ...goFiles,
      },
    },
    {
      name: 'The Alpine image has no C compiler, so cgo is off',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile('RUN go build -o /app .', {
          builder: 'golang:1.27-alpine',
        }),
        ...goFiles,
      },
    },
    {
      name: 'Linked statically',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'RUN go build -ldflags="-linkmode external -extldflags -static" -o /app .',
        ),
        ...goFiles,
      },
    },
    {
      name: 'For another platform, and as an argument says',
      files: {
        Dockerfile: dockerfile(
          'ARG CGO_ENABLED\nARG TARGETARCH\nRUN GOARCH=$TARGETARCH go build -o /app .',
        ),
        ...goFiles,
      },
    },
    {
      name: 'The image has a library for it',
      files: {
        Dockerfile: dockerfile('RUN go build -o /app .', {
          runtime: 'alpine:3.24',
          more: 'RUN apk add --no-cache gcompat\n',
        }),
        ...goFiles,
      },
    },
    {
      name: 'A program that may not use net at all',
      files: {
        Dockerfile: dockerfile('RUN go build -o /app .').replace(
          'EXPOSE 8080\n',
          '',
        ),
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'What make builds is not known',
      files: {
        Dockerfile: dockerfile('RUN make build'),
        Makefile: '',
        ...goFiles,
      },
    },
  ],
};
