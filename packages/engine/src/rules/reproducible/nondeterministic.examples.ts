/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goFiles = {
  'go.mod': 'module example.com/app\n\ngo 1.27\n',
  'main.go': '',
};

const image = `
FROM scratch
COPY --from=build /app /app
USER 65532
ENTRYPOINT ["/app"]
`;

export const nondeterministicExamples: RuleExamples = {
  bad: [
    {
      name: 'The time of the build in the binary',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN go build -ldflags "-X main.date=$(date -u +%FT%TZ)" -o /app .
${image}`,
        ...goFiles,
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'By way of a variable',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN <<EOF
set -e
STAMP=$(date +%s)
go build -ldflags "-X main.date=\${STAMP}" -o /app .
EOF
${image}`,
        ...goFiles,
      },
      findings: ['Dockerfile:6'],
    },
    {
      name: 'Files with the time, chance and keys',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN date > /build-date && \\
    echo "built $(date)" >> /etc/motd && \\
    uuidgen > /instance && \\
    openssl rand -hex 16 > /salt
RUN openssl req -x509 -newkey rsa:2048 -nodes -keyout /key.pem -out /cert.pem
CMD ["/bin/true"]
`,
      },
      findings: [
        'Dockerfile:2',
        'Dockerfile:3',
        'Dockerfile:4',
        'Dockerfile:5',
        'Dockerfile:6',
      ],
    },
  ],
  good: [
    {
      name: 'The date of the commit',
      nearMiss: true,
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG SOURCE_DATE_EPOCH
ARG BUILD_DATE
WORKDIR /src
COPY . .
RUN go build -ldflags "-X main.date=$(date -u -d @$SOURCE_DATE_EPOCH +%F) -X main.b=$BUILD_DATE" -o /app .
${image}`,
        ...goFiles,
      },
    },
    {
      name: 'Only for the log',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
RUN date && echo "started $(date)" && START=$(date +%s) && apk add --no-cache git \\
    && echo "took since $START" && date > /dev/null
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'The time of the container',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN apk add --no-cache tzdata
CMD ["sh", "-c", "date > /tmp/started && exec /app"]
`,
      },
    },
    {
      name: 'Sums and requests',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN openssl dgst -sha256 /etc/os-release && openssl req -new -key /k -out /r \\
    && ssh-keygen -lf /etc/ssh/ssh_known_hosts && date -r /etc/os-release > /released
CMD ["/bin/true"]
`,
      },
    },
  ],
};
