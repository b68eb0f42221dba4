/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import { layered, pipeline, service } from './pipelineExamples';

const mounted = `FROM golang:1.27 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod \\
    --mount=type=cache,target=/root/.cache/go-build \\
    go build -o /app .

FROM scratch
COPY --from=build /app /app
ENTRYPOINT ["/app"]
`;

const buildCacheOnly = `FROM golang:1.27 AS build
WORKDIR /src
COPY go.mod ./
RUN go mod download
COPY . .
RUN --mount=type=cache,target=/root/.cache/go-build go build -o /app .
`;

const hosted = pipeline('- run: docker build .\n');

export const mountOnEphemeralExamples: RuleExamples = {
  bad: [
    {
      name: 'Mounts for modules and packages',
      files: service(hosted, mounted),
      findings: ['Dockerfile:4'],
    },
    {
      name: 'A mount for packages',
      files: service(hosted, buildCacheOnly),
      findings: ['Dockerfile:6'],
    },
    {
      name: 'The action, with an export that nothing imports',
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    cache-to: type=gha,mode=max
`),
        mounted,
      ),
      findings: ['Dockerfile:4'],
    },
    {
      name: 'Docker in Docker',
      files: {
        Dockerfile: mounted,
        'go.mod': '',
        'main.go': '',
        '.gitlab-ci.yml': `image:build:
  services: [docker:28-dind]
  script: [docker build .]
`,
      },
      findings: ['Dockerfile:4'],
    },
  ],
  good: [
    {
      name: 'A runner that lives on',
      files: service(
        pipeline('- run: docker build .\n', { runsOn: 'self-hosted' }),
        mounted,
      ),
    },
    {
      name: 'A remote cache for the layers beside the mounts',
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    cache-from: type=gha
    cache-to: type=gha,mode=max
`),
        buildCacheOnly,
      ),
    },
    {
      name: 'Mounts that are carried from job to job',
      nearMiss: true,
      files: service(
        pipeline(`- uses: reproducible-containers/buildkit-cache-dance@v3
- run: docker build .
`),
        mounted,
      ),
    },
    { name: 'No mounts', files: service(hosted, layered) },
    {
      name: 'No workflow',
      files: { Dockerfile: mounted, 'go.mod': '', 'main.go': '' },
    },
    {
      name: 'A runner that is not known',
      files: service(
        pipeline('- run: docker build .\n', { runsOn: 'large' }),
        mounted,
      ),
    },
  ],
};
