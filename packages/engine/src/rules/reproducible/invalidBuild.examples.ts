/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goModule = 'module example.com/app\n\ngo 1.27\n';

export const invalidBuildExamples: RuleExamples = {
  bad: [
    {
      name: 'A misspelt instruction and a flag that RUN does not have',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPPY . .
RUN --no-cache go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:3', 'Dockerfile:4'],
    },
    {
      name: 'A stage that is called otherwise',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=builder /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:7'],
    },
    {
      name: 'A file that is not there',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
COPY main.go settings.go ./
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'A binary is written below a bind mount',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o bin/app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:5'],
    },
    {
      name: 'A name server is written into the build container',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN echo "nameserver 192.0.2.53" > /etc/resolv.conf && \\
    apk add --no-cache curl
`,
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'No stage at all',
      files: {
        Dockerfile: '# to be written\n',
      },
      findings: ['Dockerfile:1'],
    },
  ],
  good: [
    {
      name: 'A page that leaves lines out',
      files: {
        'docs/Dockerfile.app': `FROM golang:1.27-alpine AS build
...
FROM alpine:3.24
COPY --from=build /app .
`,
      },
    },
    {
      name: 'Build files alone, without what they copy',
      files: {
        Dockerfile: `FROM alpine:3.24
COPY config/nginx.conf /etc/nginx/nginx.conf
`,
        'roles/Dockerfile.j2': 'FROM {{ base }}\n',
      },
    },
    {
      name: 'A case of the tests',
      files: {
        'tests/build/bad-flag/Dockerfile': `FROM alpine:3.24
COPY --from nowhere /a /b
`,
      },
    },
    {
      name: 'Stages, images and named contexts to copy from',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
COPY --from=0 /app /app2
COPY --from=alpine /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=assets / /assets/
ENTRYPOINT ["/app"]
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A file that the ignore file drops, which another rule tells',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
COPY cmd/ cmd/
COPY config/ config/
RUN go build -o /app ./cmd/app
`,
        '.dockerignore': '**/*.yaml\n',
        'cmd/app/main.go': '',
        'config/app.yaml': '',
        'go.mod': goModule,
      },
    },
    {
      name: 'Sources by wildcard, and what a pipeline makes before',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod go.sum* ./
COPY *.go ./
COPY dist/app.js web/
RUN go build -o /app .

FROM scratch
COPY bin/helper /helper
COPY app.jar /app.jar
COPY --from=build /app /app
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A file that the Makefile writes',
      files: {
        Dockerfile: `FROM alpine:3.24
COPY version.txt /
COPY run.sh /
CMD ["/run.sh"]
`,
        Makefile: 'image:\n\techo $(VERSION) > version.txt\n\tdocker build .\n',
        'run.sh': '',
      },
    },
    {
      name: 'A bind mount, with the binary elsewhere',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
RUN --mount=type=bind,target=. \\
    --mount=type=cache,target=/src/bin \\
    go vet ./... && go build -o bin/app . && cp bin/app /app > /tmp/log
RUN --mount=type=bind,target=.,rw go build -o app . && cp app /app
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'Heredocs, flags of today and a base from outside',
      files: {
        Dockerfile: `# syntax=docker/dockerfile:1
ARG BASE
FROM golang:1.27 AS build
WORKDIR /src
COPY --parents go.* **/*.go ./
COPY <<EOT /etc/app.yaml
port: 8080
EOT
RUN --network=none <<EOT
go build -o /app .
EOT

FROM \${BASE}
COPY --link --chmod=755 --from=build /app /app
COPY --exclude=*.md docs /docs
`,
        'docs/index.html': '',
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A default that asks for the argument',
      nearMiss: true,
      files: {
        Dockerfile: `ARG BASE_DIGEST="hand-this-in"
FROM alpine@sha256:\${BASE_DIGEST}
COPY app /app
`,
        app: '',
      },
    },
    {
      name: 'Lines that a program fills in',
      nearMiss: true,
      files: {
        'bundle.Dockerfile': 'FROM scratch\n\n${LINES}\n\nCOPY app /app\n',
        app: '',
      },
    },
    {
      name: 'Words in the place of a base that a Makefile replaces',
      nearMiss: true,
      files: {
        'api/Dockerfile': 'FROM BASEIMAGE\nCOPY app /app\n',
        'api/app': '',
        'job/Dockerfile': 'FROM {JOB_BASE}\nCOPY app /app\n',
        'job/app': '',
      },
    },
    {
      name: 'A file that is made from the example beside it',
      nearMiss: true,
      files: {
        Dockerfile: `FROM nginx:1.31
COPY site/index.html /usr/share/nginx/html/
COPY site/proxy.conf /etc/nginx/conf.d/
`,
        'site/index.html': '',
        'site/proxy.conf.example': '',
      },
    },
    {
      name: 'The folder above the repository as context',
      nearMiss: true,
      files: {
        'clients/Dockerfile': `FROM golang:1.27
COPY app/go/go.mod /src/
COPY app/go/ /src/
COPY clients/ /clients/
RUN go build -C /src -o /app .
`,
        'clients/run.sh': '',
        'go/go.mod': goModule,
        'go/main.go': '',
      },
    },
    {
      name: 'An option of mounts that Podman knows',
      nearMiss: true,
      files: {
        Containerfile: `FROM golang:1.27
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod,z go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A frontend of its own, and templates',
      nearMiss: true,
      files: {
        Dockerfile: `# syntax=registry.example/frontend:2
FROM golang:1.27
INCLUDE common.dockerfile
`,
        'templates/Dockerfile': `FROM golang:{{ .GoVersion }}
{{ range .Packages }}
RUN apk add {{ . }}
{{ end }}
`,
      },
    },
    {
      name: 'An empty file beside the Dockerfile that is built',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'build/Dockerfile': '',
        'go.mod': goModule,
        'main.go': '',
      },
    },
  ],
};
