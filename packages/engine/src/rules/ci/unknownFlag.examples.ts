/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pipeline, pipelinePath, service } from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

export const unknownFlagExamples: RuleExamples = {
  bad: [
    {
      name: 'Flags of other commands, over several lines',
      files: service(
        pipeline(`- run: |
    set -eu
    docker build \\
      --dns 1.1.1.1 \\
      --max-failures=3 \\
      -t "app:\${{ github.sha }}" \\
      .
`),
      ),
      findings: [`${pipelinePath}:10`, `${pipelinePath}:11`],
      fixed: {
        [pipelinePath]: pipeline(`- run: |
    set -eu
    docker build \\
      -t "app:\${{ github.sha }}" \\
      .
`),
      },
    },
    {
      name: 'A letter too many',
      files: service(
        pipeline(
          '- run: docker buildx build --progres=plain --platfrom linux/amd64 .\n',
        ),
      ),
      findings: [`${pipelinePath}:7`, `${pipelinePath}:7`],
      fixed: {
        [pipelinePath]: pipeline(
          '- run: docker buildx build --progress=plain --platform linux/amd64 .\n',
        ),
      },
    },
    {
      name: 'An input that the action ignores',
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    dockerfile: Dockerfile # ours
    build_args: |
      VERSION=1
`),
      ),
      findings: [`${pipelinePath}:10`, `${pipelinePath}:11`],
      fixed: {
        [pipelinePath]: pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    file: Dockerfile # ours
    build-args: |
      VERSION=1
`),
      },
    },
    {
      name: 'A variable that nothing reads',
      files: {
        ...service(''),
        [pipelinePath]: '',
        '.gitlab-ci.yml': `variables:
  BUILDKIT_STEP_LOG_FLUSH_INTERVAL: 1s
build:
  script:
    - docker build .
`,
      },
      findings: ['.gitlab-ci.yml:2'],
      fixed: {
        '.gitlab-ci.yml': `build:
  script:
    - docker build .
`,
      },
    },
  ],
  good: [
    {
      name: 'Flags that exist',
      files: service(
        pipeline(
          '- run: docker buildx build --pull --load --no-cache-filter=test --add-host a:10.0.0.1 --provenance=false .\n',
        ),
      ),
    },
    {
      name: 'Flags of a newer version than is known here',
      files: service(
        pipeline('- run: docker buildx build --hyperspeed --load .\n'),
      ),
    },
    {
      name: 'Other programs have them',
      nearMiss: true,
      files: service(
        pipeline(`- run: |
    docker run --dns 1.1.1.1 --env A=b app
    podman build --dns 1.1.1.1 .
    docker build .
`),
      ),
    },
    {
      name: 'Behind the command, and in texts',
      nearMiss: true,
      files: service(
        pipeline(`- run: |
    docker build --build-arg FLAGS="--dns" --label --dns .
    echo docker build --dns 1.1.1.1 .
`),
      ),
    },
    {
      name: 'Inputs of the first version of the action',
      files: service(
        pipeline(`- uses: docker/build-push-action@v1
  with:
    dockerfile: Dockerfile
    build_args: VERSION=1
`),
      ),
    },
    {
      name: 'Inputs that the action of a commit may have',
      files: service(
        pipeline(`- uses: docker/build-push-action@ab83648e2e224cfeeab899e23b639660765c3a89
  with:
    dockerfile: Dockerfile
`),
      ),
    },
  ],
};
