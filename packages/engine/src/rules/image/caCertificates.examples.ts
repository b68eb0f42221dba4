/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goFiles = {
  'go.mod':
    'module example.com/app\n\ngo 1.27\n\nrequire github.com/stripe/stripe-go/v82 v82.0.0\n',
  'go.sum': '',
  'main.go': '',
};

function dockerfile(
  image: string,
  { start = 'USER 65532\nENTRYPOINT ["/app"]\n', name = ' AS build' } = {},
): string {
  return `FROM golang:1.27${name}
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -o /app .

${image}${start}`;
}

const certificates =
  'COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/\n';

export const caCertificatesExamples: RuleExamples = {
  bad: [
    {
      name: 'scratch has nothing',
      files: {
        Dockerfile: dockerfile('FROM scratch\nCOPY --from=build /app /app\n'),
        ...goFiles,
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: dockerfile(
          `FROM scratch\n${certificates}COPY --from=build /app /app\n`,
        ),
      },
    },
    {
      name: 'Debian installs them only where they are asked for',
      files: {
        Dockerfile: dockerfile(
          'FROM debian:13-slim\nWORKDIR /srv\n# the service\nCOPY --link \\\n  --from=build /app /\n',
        ),
        ...goFiles,
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: dockerfile(
          `FROM debian:13-slim\nWORKDIR /srv\n# the service\n${certificates}COPY --link \\\n  --from=build /app /\n`,
        ),
      },
    },
    {
      name: 'A stage by number, Windows line endings',
      files: {
        Dockerfile: dockerfile(
          'FROM scratch\nCOPY --from=0 ["/app", "/app"]\n',
          { name: '' },
        ).replace(/\n/g, '\r\n'),
        ...goFiles,
      },
      findings: ['Dockerfile:6'],
      fixed: {
        Dockerfile: dockerfile(
          `FROM scratch\n${certificates.replace(
            'build',
            '0',
          )}COPY --from=0 ["/app", "/app"]\n`,
          { name: '' },
        ).replace(/\n/g, '\r\n'),
      },
    },
  ],
  good: [
    {
      name: 'They are copied',
      files: {
        Dockerfile: dockerfile(
          `FROM scratch\n${certificates}COPY --from=build /app /app\n`,
        ),
        ...goFiles,
      },
    },
    {
      name: 'The base image has them',
      files: {
        Dockerfile: dockerfile(
          'FROM gcr.io/distroless/static-debian13:nonroot\nCOPY --from=build /app /app\n',
        ),
        ...goFiles,
      },
    },
    {
      name: 'The binary has them',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile('FROM scratch\nCOPY --from=build /app /app\n'),
        ...goFiles,
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire (\n\tgithub.com/stripe/stripe-go/v82 v82.0.0\n\tgolang.org/x/crypto/x509roots/fallback v0.0.0-20260101000000-000000000000\n)\n',
      },
    },
    {
      name: 'A server and its database, which speak no TLS',
      nearMiss: true,
      files: {
        Dockerfile: dockerfile(
          'FROM scratch\nCOPY --from=build /app /app\nEXPOSE 8080\n',
        ),
        'go.mod':
          'module example.com/app\n\ngo 1.27\n\nrequire (\n\tgithub.com/gorilla/mux v1.8.1\n\tgithub.com/lib/pq v1.10.9\n)\n',
        'go.sum': '',
        'main.go': '',
      },
    },
    {
      name: 'A program that opens no connection, as far as files tell',
      files: {
        Dockerfile: dockerfile('FROM scratch\nCOPY --from=build /app /app\n'),
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
    },
    {
      name: 'A whole file system, or packages',
      files: {
        Dockerfile: dockerfile('FROM scratch\nCOPY --from=build /out /\n'),
        'other/Dockerfile': `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -o /app .

FROM debian:13-slim
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
CMD ["/app"]
`,
        ...goFiles,
      },
    },
    {
      name: 'Files to export',
      files: {
        Dockerfile: dockerfile('FROM scratch\nCOPY --from=build /app /app\n', {
          start: '',
        }),
        ...goFiles,
      },
    },
  ],
};
