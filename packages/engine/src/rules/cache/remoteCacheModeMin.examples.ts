/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import {
  pipeline,
  pipelinePath,
  service,
  setupBuilder,
} from './pipelineExamples';

const action = (cacheTo: string) =>
  pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    cache-from: type=gha
    cache-to: ${cacheTo}
`);

export const remoteCacheModeMinExamples: RuleExamples = {
  bad: [
    {
      name: 'No mode, which is min',
      files: service(action('type=gha')),
      findings: [`${pipelinePath}:11`],
      fixed: {
        '.github/workflows/image.yaml': `on: push
jobs:
  image:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
      - uses: docker/build-push-action@v6
        with:
          context: .
          cache-from: type=gha
          cache-to: type=gha,mode=max
`,
      },
    },
    {
      name: 'The mode min',
      files: service(
        action('type=registry,ref=registry.example.com/app:cache,mode=min'),
      ),
      findings: [`${pipelinePath}:11`],
      fixed: {
        '.github/workflows/image.yaml': `on: push
jobs:
  image:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v5
      - uses: docker/build-push-action@v6
        with:
          context: .
          cache-from: type=gha
          cache-to: type=registry,ref=registry.example.com/app:cache,mode=max
`,
      },
    },
    {
      name: 'An inline cache, whatever its mode',
      files: service(action('type=inline,mode=max')),
      findings: [`${pipelinePath}:11`],
    },
    {
      name: 'An inline cache of a builder that can export another',
      files: service(
        pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    cache-from: type=registry,ref=registry.example.com/app
    cache-to: "type=inline"
    push: true
`),
      ),
      findings: [`${pipelinePath}:11`],
      fixed: {
        [pipelinePath]:
          pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    cache-from: type=gha
    cache-to: type=gha,mode=max
    push: true
`),
      },
    },
    {
      name: 'An inline cache by build argument',
      files: service(
        pipeline(`- run: |
    docker build --cache-from registry.example.com/app \\
      --build-arg BUILDKIT_INLINE_CACHE=1 .
`),
      ),
      findings: [`${pipelinePath}:8`],
    },
    {
      name: 'A bake file',
      files: {
        ...service(pipeline('- run: docker buildx bake image\n')),
        'docker-bake.json':
          '{"target": {"image": {"cache-to": ["type=gha"]}}}\n',
      },
      findings: ['docker-bake.json:1'],
      fixed: {
        'docker-bake.json': `{"target": {"image": {"cache-to": ["type=gha,mode=max"]}}}
`,
      },
    },
  ],
  good: [
    { name: 'The mode max', files: service(action('type=gha,mode=max')) },
    {
      name: 'An expression with the mode max',
      files: service(
        action(
          "${{ github.ref == 'refs/heads/main' && 'type=gha,mode=max' || '' }}",
        ),
      ),
    },
    {
      name: 'A mode that is not known',
      files: service(action('type=gha,mode=${{ inputs.mode }}')),
    },
    {
      name: 'A single stage',
      nearMiss: true,
      files: service(
        action('type=gha'),
        'FROM golang:1.27\nCOPY . .\nRUN go build -o /app .\nENTRYPOINT ["/app"]\n',
      ),
    },
    {
      name: 'Two exports, one of them full',
      nearMiss: true,
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    cache-to: |
      type=inline
      type=registry,ref=registry.example.com/app:cache,mode=max
`),
      ),
    },
    {
      name: 'Another build that exports all',
      files: service(
        pipeline(`- run: docker buildx build --cache-to=type=gha,mode=max .
- run: docker buildx build --cache-to=type=gha .
`),
      ),
    },
    {
      name: 'A build of another stage',
      files: service(
        pipeline(
          '- run: docker buildx build --target build --cache-to=type=gha .\n- run: docker build .\n',
        ),
      ),
    },
    {
      name: 'A runner that keeps its own cache',
      files: service(
        pipeline('- run: docker buildx build --cache-to=type=gha .\n', {
          runsOn: 'self-hosted',
        }),
      ),
    },
  ],
};
