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

export const noCacheAlwaysExamples: RuleExamples = {
  bad: [
    {
      name: 'An input of the action',
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    no-cache: true
`),
      ),
      findings: [`${pipelinePath}:10`],
    },
    {
      name: 'On a machine that has no cache without one of the workflow',
      files: service(
        pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    context: .
    no-cache: true
`),
      ),
      findings: [`${pipelinePath}:11`],
      fixed: {
        [pipelinePath]:
          pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    context: .
    cache-from: type=gha
    cache-to: type=gha,mode=max
`),
      },
    },
    {
      name: 'A flag in a script',
      files: service(
        pipeline(`- run: |
    docker build \\
      --no-cache \\
      -t app .
`),
      ),
      findings: [`${pipelinePath}:9`],
    },
    {
      name: 'In a line of its own, on a runner that would keep its cache',
      files: service(
        pipeline(
          `- run: |
    docker build \\
      --no-cache \\
      -t app .
    docker push app
`,
          { runsOn: 'self-hosted' },
        ),
      ),
      findings: [`${pipelinePath}:9`],
      fixed: {
        [pipelinePath]: pipeline(
          `- run: |
    docker build \\
      -t app .
    docker push app
`,
          { runsOn: 'self-hosted' },
        ),
      },
    },
    {
      name: 'A flag of compose',
      files: {
        ...service(pipeline('- run: docker compose build --no-cache\n')),
        'compose.yaml': 'services:\n  app:\n    build: .\n',
      },
      findings: [`${pipelinePath}:7`],
    },
    {
      name: 'On a runner that would keep its cache',
      files: service(
        pipeline('- run: docker build --no-cache .\n', {
          runsOn: 'self-hosted',
        }),
      ),
      findings: [`${pipelinePath}:7`],
      fixed: {
        '.github/workflows/image.yaml': `on: push
jobs:
  image:
    runs-on: self-hosted
    steps:
      - uses: actions/checkout@v5
      - run: docker build .
`,
      },
    },
  ],
  good: [
    {
      name: 'No such flag',
      files: service(pipeline('- run: docker build .\n')),
    },
    {
      name: 'The flag turned off',
      files: service(pipeline('- run: docker build --no-cache=false .\n')),
    },
    {
      name: 'An expression that decides',
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    no-cache: \${{ github.event_name == 'schedule' }}
`),
      ),
    },
    {
      name: 'One stage alone',
      nearMiss: true,
      files: service(
        pipeline('- run: docker build --no-cache-filter build .\n'),
      ),
    },
    {
      name: 'A build on a schedule',
      files: service(
        pipeline('- run: docker build --no-cache .\n', {
          on: '{ schedule: [{ cron: "0 4 * * 1" }] }',
        }),
      ),
    },
    {
      name: 'A step for releases',
      files: service(
        pipeline(`- if: github.ref_type == 'tag'
  run: docker build --no-cache .
- run: docker build .
`),
      ),
    },
    {
      name: 'An image of a package manager that is told to keep no cache',
      nearMiss: true,
      files: service(
        pipeline('- run: apk add --no-cache docker && docker build .\n'),
      ),
    },
  ],
};
