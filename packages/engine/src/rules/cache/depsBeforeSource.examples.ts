/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { pipeline, pipelinePath } from './pipelineExamples';

const goMod =
  'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n';
const goSum =
  'example.com/lib v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nexample.com/lib v1.0.0/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n';
const moduleFiles = { 'go.mod': goMod, 'go.sum': goSum };

const copiedFirst = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go mod download
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const inLayer = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const inMount = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const inMountOnly = inMount.replace(
  'COPY go.mod go.sum ./\nRUN --mount=type=cache,target=/go/pkg/mod go mod download\n',
  '',
);

/** One stage, with the modules in a mount: mode min exports its layers. */
const oneStage = `FROM golang:1.27
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
ENTRYPOINT ["/app"]
`;

const hosted = pipeline('- run: docker build .\n');

const exported = (mode: 'min' | 'max', before = '') =>
  pipeline(`${before}- uses: docker/build-push-action@v6
  with:
    context: .
    cache-from: type=gha
    cache-to: type=gha,mode=${mode}
`);

const built = (dockerfile: string, workflow: string) => ({
  Dockerfile: dockerfile,
  ...moduleFiles,
  'main.go': '',
  [pipelinePath]: workflow,
});

export const depsBeforeSourceExamples: RuleExamples = {
  bad: [
    {
      name: 'Everything is copied before the download',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go mod download
RUN go mod verify
RUN go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
RUN --mount=type=cache,target=/go/pkg/mod go mod verify
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .

FROM gcr.io/distroless/static-debian13:nonroot
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'The compile step downloads on its own',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY . .
RUN CGO_ENABLED=0 \\
    go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    CGO_ENABLED=0 \\
    go build -o /app .
`,
      },
    },
    {
      name: 'A cache mount for the build cache only',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    --mount=type=cache,target=/go/pkg/mod \\
    go build -o /app .
`,
      },
    },
    {
      name: 'In a stage that another one stands on',
      files: {
        Dockerfile: `FROM golang:1.27 AS sources
WORKDIR /src
COPY . .

FROM sources AS deps
RUN go mod download

FROM deps AS build
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS sources
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .

FROM sources AS deps

FROM deps AS build
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app .
`,
      },
    },
    {
      name: 'Runners that start empty with a remote cache: a cached download into a mount',
      files: built(inMount, exported('max')),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'The same with a mount that hides the layer of the modules',
      files: built(
        inLayer.replace(
          'RUN --mount=type=cache,target=/root/.cache/go-build',
          'RUN --mount=type=cache,target=/go/pkg/mod',
        ),
        exported('max'),
      ),
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'The same with a mount and no download of its own',
      files: built(inMountOnly, exported('max')),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'The same with a mount for the download alone',
      files: built(
        inMount.replace(
          'RUN --mount=type=cache,target=/go/pkg/mod \\\n    ',
          'RUN ',
        ),
        exported('max'),
      ),
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'The same with two programs from one download',
      files: built(
        `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod go.sum ./
RUN --mount=type=cache,target=/go/pkg/mod go mod download

FROM modules AS api
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /api ./api

FROM modules AS worker
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod go build -o /worker ./worker

FROM scratch
COPY --from=api /api /api
COPY --from=worker /worker /worker
`,
        exported('max'),
      ),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM modules AS api
COPY . .
RUN go build -o /api ./api

FROM modules AS worker
COPY . .
RUN go build -o /worker ./worker

FROM scratch
COPY --from=api /api /api
COPY --from=worker /worker /worker
`,
      },
    },
    {
      name: 'The sources before the download, whatever the remote cache holds',
      files: built(copiedFirst, exported('max')),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'A remote cache of the last stage, which downloads into a mount',
      files: built(oneStage, exported('min')),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'A remote cache without the build stage, whose order is wrong anywhere',
      files: built(copiedFirst, exported('min')),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'Runners that start empty without a cache, and an order that is wrong anywhere',
      files: built(copiedFirst, hosted),
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
      },
    },
    {
      name: 'WORKDIR, a setting and the download behind the sources',
      files: built(
        `FROM golang:1.27-alpine AS build
ENV CGO_ENABLED=0

COPY . /src

# The proxy of the company.
ENV GOPROXY=https://proxy.example.com
ARG VERSION
WORKDIR /src
# Without noise.
RUN go mod download -x && \\
    go build -ldflags "-X main.version=$VERSION" -o /app .

FROM scratch
COPY --from=build /app /app
`,
        exported('max'),
      ),
      findings: ['Dockerfile:11'],
      fixed: {
        Dockerfile: `FROM golang:1.27-alpine AS build
ENV CGO_ENABLED=0

# The proxy of the company.
ENV GOPROXY=https://proxy.example.com
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

COPY . /src

ARG VERSION
# Without noise.
RUN go build -ldflags "-X main.version=$VERSION" -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'A module that replaces another one of the repository, with Windows line ends',
      files: {
        Dockerfile:
          'FROM golang:1.27 AS build\r\nWORKDIR /src\r\nCOPY . .\r\nWORKDIR /src/api\r\nRUN go build -o /app .\r\n\r\nFROM scratch\r\nCOPY --from=build /app /app\r\n',
        'api/go.mod':
          'module example.com/api\n\ngo 1.27\n\nrequire (\n\texample.com/lib v1.0.0\n\texample.com/own v0.0.0\n)\n\nreplace example.com/own => ../own\n',
        'api/go.sum': goSum,
        'api/main.go': '',
        'own/go.mod': 'module example.com/own\n\ngo 1.27\n',
        'own/own.go': '',
        [pipelinePath]: exported('max'),
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile:
          'FROM golang:1.27 AS build\r\nWORKDIR /src\r\nCOPY api/go.mod api/go.sum ./api/\r\nCOPY own/go.mod ./own/\r\nRUN cd /src/api && go mod download\r\nCOPY . .\r\nWORKDIR /src/api\r\nRUN go build -o /app .\r\n\r\nFROM scratch\r\nCOPY --from=build /app /app\r\n',
      },
    },
    {
      name: 'A workspace',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app ./api

FROM scratch
COPY --from=build /app /app
`,
        'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./lib\n)\n',
        'go.work.sum': '',
        'api/go.mod':
          'module example.com/api\n\ngo 1.27\n\nrequire example.com/other v1.0.0\n',
        'api/go.sum': goSum.replace(/lib/g, 'other'),
        'api/main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'lib/lib.go': '',
        [pipelinePath]: exported('max'),
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.work go.work.sum ./
COPY api/go.mod api/go.sum ./api/
COPY lib/go.mod ./lib/
RUN go mod download
COPY . .
RUN go build -o /app ./api

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'A module that needs its workspace for nothing',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
WORKDIR /src/api
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
        'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./lib\n)\n',
        'api/go.mod':
          'module example.com/api\n\ngo 1.27\n\nrequire (\n\texample.com/lib v0.0.0\n\texample.com/other v1.0.0\n)\n\nreplace example.com/lib => ../lib\n',
        'api/go.sum': goSum.replace(/lib/g, 'other'),
        'api/main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'lib/lib.go': '',
        [pipelinePath]: exported('max'),
      },
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY api/go.mod api/go.sum ./api/
COPY lib/go.mod ./lib/
RUN cd /src/api && go mod download
COPY . .
WORKDIR /src/api
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'Private modules over SSH',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=git.example.com
RUN git config --global url."ssh://git@git.example.com/".insteadOf https://git.example.com/
WORKDIR /src
COPY --chown=root:root . .
RUN --mount=type=ssh --network=host go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
        ...moduleFiles,
        'go.mod': goMod.replace('example.com/lib', 'git.example.com/lib'),
        'main.go': '',
        [pipelinePath]: exported('max'),
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOPRIVATE=git.example.com
RUN git config --global url."ssh://git@git.example.com/".insteadOf https://git.example.com/
WORKDIR /src
COPY --chown=root:root go.mod go.sum ./
RUN --mount=type=ssh \\
    --network=host \\
    go mod download
COPY --chown=root:root . .
RUN --mount=type=ssh --network=host go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'Access that is set up behind the sources',
      files: built(
        `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN ./ci/git-credential-setup
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
        exported('max'),
      ),
      findings: ['Dockerfile:5'],
    },
    {
      name: 'A proxy that is given behind the sources',
      files: {
        ...built(
          `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.mod
COPY go.sum go.sum
COPY api/ api/
ARG VERSION
ARG GOPROXY
RUN go build -o /app ./api

FROM scratch
COPY --from=build /app /app
`,
          exported('max'),
        ),
        'api/main.go': '',
      },
      findings: ['Dockerfile:8'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.mod
COPY go.sum go.sum
ARG GOPROXY
RUN go mod download
COPY api/ api/
ARG VERSION
RUN go build -o /app ./api

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'Access that is copied behind the sources',
      files: built(
        `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
COPY ci/.netrc /root/
RUN go mod download
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
        exported('max'),
      ),
      findings: ['Dockerfile:5'],
    },
    {
      name: 'A download for another folder, with mounts that start empty',
      files: built(
        `FROM golang:1.27 AS build
COPY . /src
RUN apt-get update && apt-get install -y --no-install-recommends gcc
WORKDIR /src
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go mod download && go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
        exported('max'),
      ),
      findings: ['Dockerfile:5'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
COPY go.mod go.sum /src/
RUN cd /src && go mod download
COPY . /src
RUN apt-get update && apt-get install -y --no-install-recommends gcc
WORKDIR /src
RUN --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'Sources that are mounted',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \\
    # sets what it needs
    GOFLAGS=-mod=readonly go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
        ...moduleFiles,
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \\
    --mount=type=cache,target=/go/pkg/mod \\
    # sets what it needs
    GOFLAGS=-mod=readonly go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'Sources that are mounted, on runners that start empty with a remote cache',
      files: built(
        `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \\
    --mount=type=cache,target=/go/pkg/mod \\
    go mod download && GOFLAGS=-mod=readonly go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
        exported('max'),
      ),
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,source=go.mod,target=go.mod \\
    --mount=type=bind,source=go.sum,target=go.sum \\
    GOFLAGS=-mod=readonly go mod download
RUN --mount=type=bind,target=. \\
    GOFLAGS=-mod=readonly go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'Sources that are mounted in another folder, one module of several',
      files: {
        ...built(
          `FROM golang:1.27 AS build
RUN --mount=type=bind,source=api,target=/src cd /src && go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
          exported('max'),
        ),
        'api/go.mod': moduleFiles['go.mod'],
        'api/go.sum': moduleFiles['go.sum'],
        'api/main.go': '',
      },
      findings: ['Dockerfile:2'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
RUN --mount=type=bind,source=api/go.mod,target=/src/go.mod \\
    --mount=type=bind,source=api/go.sum,target=/src/go.sum \\
    cd /src && go mod download
RUN --mount=type=bind,source=api,target=/src cd /src && go build -o /app .

FROM scratch
COPY --from=build /app /app
`,
      },
    },
    {
      name: 'A go.sum that no COPY brings',
      files: built(
        `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod main.go ./
RUN go build -mod=mod -o /app .

FROM scratch
COPY --from=build /app /app
`,
        exported('max'),
      ),
      findings: ['Dockerfile:4'],
    },
  ],
  good: [
    {
      name: 'Vendored modules, asked for in two words',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -mod vendor -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'A vendor folder that git does not keep',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY vendor/ vendor/
COPY main.go main.go
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'A Go that knows no modules',
      files: {
        Dockerfile: `FROM golang:1.8-alpine
ADD ./src/ /go/src/app
RUN go install app
CMD ["app"]
`,
        'src/main.go': '',
      },
    },
    {
      name: 'A single file without a module',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY main.go main.go
RUN CGO_ENABLED=0 go build -o app main.go
`,
        'main.go': '',
      },
    },
    {
      name: 'A script before the sources that may download the modules',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY hack/install-dependencies.sh hack/
RUN ./hack/install-dependencies.sh
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'hack/install-dependencies.sh': 'go mod download\n',
        'main.go': '',
      },
    },
    {
      name: 'The program of another repository, which is cloned first',
      nearMiss: true,
      files: {
        'images/scanner/Dockerfile.binary': `FROM golang:1.27
WORKDIR /src
ADD . .
RUN go build -o /scanner ./cmd/scanner
`,
        'images/scanner/build.sh':
          'git clone https://git.example/scanner\ndocker build -f Dockerfile.binary scanner\n',
        'app/go.mod': 'module example.com/app\n\ngo 1.27\n',
        'app/main.go': '',
      },
    },
    {
      name: 'Module files first',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'Module files by wildcard',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.* ./
RUN go mod download
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'A cache mount for the module cache',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'Bind mounts of the module files',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,source=go.mod,target=go.mod \\
    --mount=type=bind,source=go.sum,target=go.sum \\
    go mod download -x
RUN --mount=type=bind,target=. go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'A stage of its own for the modules',
      files: {
        Dockerfile: `FROM golang:1.27 AS deps
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM deps AS build
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'The module cache is copied from another stage',
      files: {
        Dockerfile: `FROM golang:1.27 AS deps
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM golang:1.27 AS build
WORKDIR /src
COPY --from=deps /go/pkg /go/pkg
COPY . .
RUN go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'Vendored modules',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -mod=vendor -o /app .
`,
        ...moduleFiles,
        'main.go': '',
        'vendor/modules.txt':
          '# example.com/lib v1.0.0\n## explicit; go 1.27\nexample.com/lib\n',
        'vendor/example.com/lib/lib.go': '',
      },
    },
    {
      name: 'Vendored modules, beside another vendor folder that is left out',
      nearMiss: true,
      files: {
        '.dockerignore': '/vendor\n',
        'svc/Dockerfile': `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
WORKDIR /src/svc
RUN go build -o /app .
`,
        'docker-compose.yml':
          'services:\n  svc:\n    build:\n      context: .\n      dockerfile: svc/Dockerfile\n',
        'vendor/modules.txt':
          '# example.com/lib v1.0.0\n## explicit; go 1.27\nexample.com/lib\n',
        'svc/go.mod': goMod,
        'svc/go.sum': goSum,
        'svc/main.go': '',
        'svc/vendor/modules.txt':
          '# example.com/lib v1.0.0\n## explicit; go 1.27\nexample.com/lib\n',
      },
    },
    {
      name: 'A vendor folder that the pipeline makes',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ENV GOFLAGS=-mod=vendor
WORKDIR /src
COPY . .
RUN go vet ./... && go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'The compile step has no network',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --network=none go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'A workspace, its module files first',
      files: {
        Dockerfile: `# syntax=docker/dockerfile:1
FROM golang:1.27 AS build
WORKDIR /src
COPY --parents go.work go.work.sum* **/go.mod **/go.sum ./
RUN go mod download
COPY . .
RUN go build -o /bin/api ./api
`,
        'go.work': 'go 1.27\n\nuse (\n\t./api\n\t./lib\n)\n',
        'api/go.mod':
          'module example.com/api\n\ngo 1.27\n\nrequire example.com/other v1.0.0\n',
        'api/go.sum': goSum.replace(/lib/g, 'other'),
        'api/main.go': '',
        'lib/go.mod': 'module example.com/lib\n\ngo 1.27\n',
        'lib/lib.go': '',
      },
    },
    {
      name: 'A module that requires nothing',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'A tool that no source file enters',
      files: {
        Dockerfile: `FROM golang:1.27 AS tool
RUN go install example.com/tools/gen@v1.2.0

FROM golang:1.27 AS build
WORKDIR /src
COPY --from=tool /go/bin/gen /usr/local/bin/
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN gen && go build -o /app .
`,
        ...moduleFiles,
        'main.go': '',
      },
    },
    {
      name: 'Runners that start empty with a remote cache: the modules in a layer',
      files: built(inLayer, exported('max')),
    },
    {
      name: 'Runners that start empty, with layers and mounts carried over',
      files: built(
        inMount,
        exported(
          'max',
          '- uses: reproducible-containers/buildkit-cache-dance@v3\n',
        ),
      ),
    },
    {
      name: 'A runner that keeps its mounts, with a remote cache beside them',
      files: built(
        inMount,
        pipeline(
          '- run: docker buildx build --cache-from=type=gha --cache-to=type=gha,mode=max .\n',
          { runsOn: 'self-hosted' },
        ),
      ),
    },
    {
      name: 'A vendor folder made in the build, with a mount that it needs no more',
      files: built(
        `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
COPY internal ./internal
RUN --mount=type=cache,target=/go/pkg/mod go mod vendor
COPY cmd ./cmd
RUN --mount=type=cache,target=/go/pkg/mod go build -o /app ./cmd

FROM scratch
COPY --from=build /app /app
`,
        exported('max'),
      ),
    },
    {
      name: 'A remote cache of the last stage: the build stage is not kept, mount or not',
      files: built(inMount, exported('min')),
    },
    {
      name: 'A remote cache of the last stage, with the modules in its layer',
      files: built(
        oneStage.replaceAll('--mount=type=cache,target=/go/pkg/mod ', ''),
        exported('min'),
      ),
    },
    {
      name: 'A repository from before Go modules',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.12
WORKDIR /go/src/example.com/app
COPY . .
RUN dep ensure
RUN go install -v
CMD ["app"]
`,
        'Gopkg.toml': '',
        'main.go': '',
      },
    },
    {
      name: 'A program without a module',
      nearMiss: true,
      files: {
        'samples/a/Dockerfile':
          'FROM golang:1.27\nWORKDIR /src\nCOPY . .\nRUN go build -o a main.go\n',
        'samples/a/main.go': '',
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire example.com/lib v1.0.0\n',
      },
    },
    {
      name: 'Runners that start empty without a cache: an order that is right elsewhere',
      files: built(inLayer, hosted),
    },
    {
      name: 'Runners that start empty without a cache: mounts are left to another rule',
      files: built(inMount, hosted),
    },
    ...['cache', 'bind'].map(type => ({
      name: `Modules that a ${type} mount brings from the stage that downloads them`,
      files: built(
        `FROM golang:1.27 AS modules
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download

FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=${type},from=modules,source=/go/pkg/mod,target=/go/pkg/mod \\
    go build -o /app .
`,
        exported('max'),
      ),
    })),
    {
      name: 'What is verified and vendored was downloaded before',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN go mod verify
RUN go mod vendor && go build -o /app .
`,
        'go.mod': `module example.com/app

go 1.27

require github.com/google/uuid v1.6.0
`,
        'go.sum': '',
        'main.go': '',
      },
    },
    {
      name: 'A cache mount on an image that is not known',
      nearMiss: true,
      files: {
        Dockerfile: `FROM registry.example/toolchain:3 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \\
    --mount=type=cache,target=/go/pkg/mod \\
    go mod download
`,
        'go.mod': `module example.com/app

go 1.27

require github.com/google/uuid v1.6.0
`,
        'main.go': '',
      },
    },
  ],
};
