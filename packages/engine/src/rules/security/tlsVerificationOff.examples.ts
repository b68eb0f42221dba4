/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

export const tlsVerificationOffExamples: RuleExamples = {
  bad: [
    {
      name: 'curl and wget with their switches',
      files: {
        Dockerfile: `FROM alpine:3.24
RUN curl -fsSLk https://downloads.example.com/tool.tar.gz -o /tmp/tool.tar.gz \\
    && wget --no-check-certificate https://downloads.example.com/other \\
    && curl --insecure -O https://downloads.example.com/third
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:3', 'Dockerfile:4'],
    },
    {
      name: 'git without a check, as setting and for one command',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN git config --global http.sslVerify false
WORKDIR /src
COPY . .
RUN GIT_SSL_NO_VERIFY=1 go mod download && go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`,
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'main.go': '',
      },
      findings: ['Dockerfile:2', 'Dockerfile:5'],
    },
    {
      name: 'For everything, by ENV',
      files: {
        Dockerfile: `FROM golang:1.27
ENV GOFLAGS=-mod=mod \\
    GIT_SSL_NO_VERIFY=true
CMD ["/bin/true"]
`,
      },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'In a heredoc, also for other languages',
      files: {
        Dockerfile: `FROM node:24
RUN <<EOF
npm config set strict-ssl false
export NODE_TLS_REJECT_UNAUTHORIZED=0
pip install --trusted-host pypi.example.com tool==1.2.3
git -c http.https://git.example.com/.sslVerify=false clone https://git.example.com/a/b
EOF
CMD ["/bin/true"]
`,
      },
      findings: [
        'Dockerfile:3',
        'Dockerfile:4',
        'Dockerfile:5',
        'Dockerfile:6',
      ],
    },
  ],
  good: [
    {
      name: 'A company root is installed',
      files: {
        Dockerfile: `FROM debian:13-slim
COPY root.crt /usr/local/share/ca-certificates/
RUN update-ca-certificates \\
    && curl -fsSL --cacert root.crt https://downloads.example.com/a -o /a
CMD ["/bin/true"]
`,
        'root.crt': '',
      },
    },
    {
      name: 'Letters that mean something else',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
RUN curl -fsSLok https://downloads.example.com/k \\
    && curl -o -k https://downloads.example.com/a \\
    && curl -H "X-Note: -k" https://downloads.example.com/b -o b
# RUN curl -k https://downloads.example.com/c
RUN echo "never use curl -k or wget --no-check-certificate"
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'The check is on',
      files: {
        Dockerfile: `FROM alpine:3.24
ENV GIT_SSL_NO_VERIFY=false NODE_TLS_REJECT_UNAUTHORIZED=1
RUN git config --global http.sslVerify true
CMD ["/bin/true"]
`,
      },
    },
    {
      name: 'The machine itself',
      nearMiss: true,
      files: {
        Dockerfile: `FROM registry.example/platform/server:2
RUN start-server && curl -k https://localhost:8443/ready
CMD ["/server"]
`,
      },
    },
    {
      name: 'A stage that is not built',
      files: {
        Dockerfile: `FROM alpine:3.24 AS debug
RUN curl -k https://downloads.example.com/a -o /a

FROM alpine:3.24
RUN apk add --no-cache tzdata
CMD ["/bin/true"]
`,
      },
    },
  ],
};
