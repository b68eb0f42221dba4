/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** Texts that the examples of rules on pipelines share. */
export const pipelinePath = '.github/workflows/image.yaml';

export const goModule = 'module example.com/app\n\ngo 1.27\n';

export const layered = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

/** A workflow on pushes whose steps are given, on a hosted runner. */
export function pipeline(
  steps: string,
  { on = 'push', runsOn = 'ubuntu-24.04' } = {},
): string {
  return `on: ${on}
jobs:
  image:
    runs-on: ${runsOn}
    steps:
      - uses: actions/checkout@v5
${steps.replace(/^/gm, '      ').replace(/ +$/gm, '')}`;
}

/** The files of a small service. */
export function service(
  workflow: string,
  dockerfile = layered,
): Record<string, string> {
  return {
    Dockerfile: dockerfile,
    'go.mod': goModule,
    'main.go': '',
    [pipelinePath]: workflow,
  };
}

/** A step that sets up a builder which can export its cache. */
export const setupBuilder = '- uses: docker/setup-buildx-action@v3\n';
