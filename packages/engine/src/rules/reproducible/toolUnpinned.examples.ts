/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';

const goModule = 'module example.com/app\n\ngo 1.27\n';

export const toolUnpinnedExamples: RuleExamples = {
  bad: [
    {
      name: 'go install at latest',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go install github.com/swaggo/swag/cmd/swag@latest
WORKDIR /src
COPY . .
RUN swag init && go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'A branch, and a major version',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN apt-get update && \\
    go install example.com/tools/gen@master && \\
    go install example.com/tools/lint@v2
WORKDIR /src
COPY . .
RUN go run example.com/tools/check@latest ./... && go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:3', 'Dockerfile:4', 'Dockerfile:7'],
    },
    {
      name: 'latest as the default of an argument',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG SWAG_VERSION=latest
RUN go install github.com/swaggo/swag/cmd/swag@\${SWAG_VERSION}
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
    },
    {
      name: 'No version, and no go.mod that has one',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go install github.com/google/wire/cmd/wire
WORKDIR /src
COPY . .
RUN wire && go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
    },
    {
      name: 'pip and npm without versions',
      files: {
        Dockerfile: `FROM python:3.13-slim
RUN pip install --no-cache-dir flask gunicorn==23.0.0
RUN npm install -g pnpm
USER 65532
CMD ["gunicorn", "app:app"]
`,
      },
      findings: ['Dockerfile:2', 'Dockerfile:3'],
    },
    {
      name: 'npm install in a project',
      files: {
        Dockerfile: `FROM node:24-alpine
WORKDIR /app
COPY package*.json ./
RUN npm install --omit=dev
COPY . .
USER node
CMD ["node", "server.js"]
`,
        'package.json': '{}',
        'package-lock.json': '{}',
        'server.js': '',
      },
      findings: ['Dockerfile:4'],
      fixed: {
        Dockerfile: `FROM node:24-alpine
WORKDIR /app
COPY package*.json ./
RUN npm ci --omit=dev
COPY . .
USER node
CMD ["node", "server.js"]
`,
      },
    },
    {
      name: 'npm install without a lock file in the image',
      files: {
        Dockerfile: `FROM node:24-alpine
WORKDIR /app
COPY package.json ./
RUN npm install
COPY . .
USER node
CMD ["node", "server.js"]
`,
        'package.json': '{}',
        'package-lock.json': '{}',
        'server.js': '',
      },
      findings: ['Dockerfile:4'],
    },
    {
      name: 'Tools of modules that go.mod requires',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN apt-get update && \\
    # to watch it
    go install github.com/go-delve/delve/cmd/dlv@latest && \\
    go install example.com/lint@latest
WORKDIR /src
COPY . .
RUN go run example.com/tools/cmd/check@latest ./... && go build -o /app .
`,
        'go.mod': `${goModule}
tool example.com/tools/cmd/check

require (
\tgithub.com/go-delve/delve v1.25.2 // indirect
\texample.com/lint v0.4.1 // indirect
\texample.com/tools v0.1.0 // indirect
\texample.com/tools/cmd/check v0.2.0 // indirect
)
`,
        'main.go': '',
      },
      findings: ['Dockerfile:4', 'Dockerfile:5', 'Dockerfile:8'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
RUN apt-get update && \\
    # to watch it
    go install github.com/go-delve/delve/cmd/dlv@v1.25.2 && \\
    go install example.com/lint@v0.4.1
WORKDIR /src
COPY . .
RUN go run example.com/tools/cmd/check@v0.2.0 ./... && go build -o /app .
`,
      },
    },
    {
      name: 'An argument for the version of a module that go.mod requires',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG SWAG_VERSION=latest
RUN go install github.com/swaggo/swag/cmd/swag@\${SWAG_VERSION}
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `${goModule}\nrequire github.com/swaggo/swag v1.16.6\n`,
        'main.go': '',
      },
      findings: ['Dockerfile:3'],
      fixed: {
        Dockerfile: `FROM golang:1.27 AS build
ARG SWAG_VERSION=v1.16.6
RUN go install github.com/swaggo/swag/cmd/swag@\${SWAG_VERSION}
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
      },
    },
    {
      name: 'A tool whose module may be another one than go.mod requires',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
RUN go install google.golang.org/grpc/cmd/protoc-gen-go-grpc@latest
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': `${goModule}\nrequire google.golang.org/grpc v1.76.0\n`,
        'main.go': '',
      },
      findings: ['Dockerfile:2'],
    },
  ],
  good: [
    {
      name: 'The lock file is followed where there is one',
      nearMiss: true,
      files: {
        Dockerfile: `FROM node:24-alpine
WORKDIR /app
COPY package*.json ./
RUN if [ -f package-lock.json ]; then \\
      npm ci; \\
    else \\
      npm install; \\
    fi
CMD ["node", "server.js"]
`,
        'package.json': '{}',
      },
    },
    {
      name: 'Versions, commits and the versions of go.mod',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG SWAG_VERSION=v1.16.6
RUN go install github.com/swaggo/swag/cmd/swag@\${SWAG_VERSION}
RUN go install example.com/tools/gen@3f2a91bc44d0 && \\
    go install example.com/tools/cli@v0.4.0-rc.1
WORKDIR /src
COPY . .
RUN go install ./... && go install github.com/google/wire/cmd/wire
RUN go tool stringer -type=Kind && go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'A version that only the build knows',
      files: {
        Dockerfile: `FROM golang:1.27 AS build
ARG TOOL_VERSION
RUN go install example.com/tools/gen@\${TOOL_VERSION}
RUN go install example.com/tools/gen@$(cat /version)
WORKDIR /src
COPY . .
RUN go build -o /app .
`,
        'go.mod': goModule,
        'main.go': '',
      },
    },
    {
      name: 'Lists with versions',
      files: {
        Dockerfile: `FROM python:3.13-slim
COPY requirements.txt .
RUN pip install --upgrade pip && pip install -r requirements.txt
RUN pip install "flask==3.1.0" ./dist/app-1.0-py3-none-any.whl -e .
RUN python -m pip install --no-cache-dir -c constraints.txt flask
USER 65532
CMD ["python", "-m", "app"]
`,
        'requirements.txt': 'flask==3.1.0\n',
      },
    },
    {
      name: 'npm ci, and tools with versions',
      files: {
        Dockerfile: `FROM node:24-alpine
RUN npm install -g pnpm@10.17.1 @angular/cli@20
WORKDIR /app
COPY package*.json ./
RUN npm ci
COPY . .
USER node
CMD ["node", "server.js"]
`,
        'package.json': '{}',
        'package-lock.json': '{}',
        'server.js': '',
      },
    },
    {
      name: 'Text that is not a command',
      nearMiss: true,
      files: {
        Dockerfile: `FROM alpine:3.24
# RUN go install example.com/tool@latest
RUN echo "install it with: go install example.com/tool@latest" > /README
LABEL hint="pip install flask"
USER 65532
CMD ["/bin/true"]
`,
      },
    },
  ],
};
