/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pipeline, pipelinePath, service } from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

export const buildkitDisabledExamples: RuleExamples = {
  bad: [
    {
      name: 'In front of the command',
      files: service(pipeline('- run: DOCKER_BUILDKIT=0 docker build .\n')),
      findings: [`${pipelinePath}:7`],
      fixed: {
        [pipelinePath]: pipeline('- run: docker build .\n'),
      },
    },
    {
      name: 'A variable of the job, and one of a step alone',
      files: service(`on: push
jobs:
  image:
    runs-on: ubuntu-24.04
    env:
      DOCKER_BUILDKIT: '0' # as before
      IMAGE: app
    steps:
      - run: |
          docker build \\
            -t "$IMAGE" .
  other:
    runs-on: ubuntu-24.04
    steps:
      - run: docker image build .
        env:
          DOCKER_BUILDKIT: false
`),
      findings: [`${pipelinePath}:6`, `${pipelinePath}:17`],
      fixed: {
        [pipelinePath]: `on: push
jobs:
  image:
    runs-on: ubuntu-24.04
    env:
      IMAGE: app
    steps:
      - run: |
          docker build \\
            -t "$IMAGE" .
  other:
    runs-on: ubuntu-24.04
    steps:
      - run: docker image build .
`,
      },
    },
    {
      name: 'Exported in a script, and for the next steps',
      files: service(
        pipeline(`- run: |
    export DOCKER_BUILDKIT=0
    docker build --target test .
- run: |
    echo "DOCKER_BUILDKIT=0" >> "$GITHUB_ENV"
    echo done
- run: docker build .
`),
      ),
      findings: [`${pipelinePath}:8`, `${pipelinePath}:11`],
      fixed: {
        [pipelinePath]: pipeline(`- run: |
    docker build --target test .
- run: |
    echo done
- run: docker build .
`),
      },
    },
    {
      name: 'A variable of a GitLab pipeline',
      files: {
        ...service(''),
        [pipelinePath]: '',
        '.gitlab-ci.yml': `variables:
  DOCKER_BUILDKIT: 0
  GOFLAGS: -mod=readonly

build:
  image: docker:28
  script:
    - docker build .
`,
      },
      findings: ['.gitlab-ci.yml:2'],
      fixed: {
        '.gitlab-ci.yml': `variables:
  GOFLAGS: -mod=readonly

build:
  image: docker:28
  script:
    - docker build .
`,
      },
    },
  ],
  good: [
    {
      name: 'The default',
      files: service(pipeline('- run: docker build .\n')),
    },
    {
      name: 'Switched on',
      files: service(pipeline('- run: DOCKER_BUILDKIT=1 docker build .\n')),
    },
    {
      name: 'buildx does not look at it',
      nearMiss: true,
      files: service(
        pipeline(`- run: DOCKER_BUILDKIT=0 docker buildx build .
- uses: docker/build-push-action@v6
  env:
    DOCKER_BUILDKIT: 0
`),
      ),
    },
    {
      name: 'A step switches on what the job switches off',
      files: service(
        pipeline(`- run: docker build .
  env:
    DOCKER_BUILDKIT: 1
`).replace('    steps:', '    env:\n      DOCKER_BUILDKIT: 0\n    steps:'),
      ),
    },
    {
      name: 'A matrix tries both',
      files: service(`on: push
jobs:
  image:
    runs-on: ubuntu-24.04
    strategy:
      matrix:
        buildkit: [0, 1]
    env:
      DOCKER_BUILDKIT: \${{ matrix.buildkit }}
    steps:
      - run: docker build .
`),
    },
    {
      name: 'Windows has no other builder',
      files: service(
        pipeline(
          `- run: docker build .
  shell: bash
  env:
    DOCKER_BUILDKIT: 0
`,
          { runsOn: 'windows-2025' },
        ),
      ),
    },
    {
      name: 'Of no effect on other commands',
      files: service(
        pipeline(`- run: DOCKER_BUILDKIT=0 docker pull golang:1.27
- run: docker build .
`),
      ),
    },
    {
      name: 'A variable of the shell that is not exported',
      nearMiss: true,
      files: service(
        pipeline(`- run: |
    DOCKER_BUILDKIT=0
    docker build .
`),
      ),
    },
  ],
};
