/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pipeline, pipelinePath, service } from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

const action = `- uses: docker/build-push-action@v6
  with:
    context: .
`;

export const noTimeoutExamples: RuleExamples = {
  bad: [
    {
      name: 'A job without limit',
      files: service(pipeline(action)),
      findings: [`${pipelinePath}:3`],
      fixed: {
        [pipelinePath]: pipeline(action).replace(
          'runs-on: ubuntu-24.04\n',
          'runs-on: ubuntu-24.04\n    timeout-minutes: 60\n',
        ),
      },
    },
    {
      name: 'A limit of another job and of another step',
      files: service(`on: pull_request
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - run: go test ./...
  # Builds what is released.
  image:
    needs: test
    runs-on: [self-hosted, linux] # our own
    steps:
      - run: make lint
        timeout-minutes: 5
      - run: |
          docker build \\
            -t app .
`),
      findings: [`${pipelinePath}:9`],
      fixed: {
        [pipelinePath]: `on: pull_request
jobs:
  test:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - run: go test ./...
  # Builds what is released.
  image:
    needs: test
    timeout-minutes: 60
    runs-on: [self-hosted, linux] # our own
    steps:
      - run: make lint
        timeout-minutes: 5
      - run: |
          docker build \\
            -t app .
`,
      },
    },
    {
      name: 'Lines that end as on Windows, and a matrix',
      files: service(
        [
          'on: push',
          'jobs:',
          '  image:',
          '    strategy:',
          '      matrix: { target: [a, b] }',
          '    runs-on: ubuntu-latest # hosted',
          '    steps:',
          '      - run: docker build --target ${{ matrix.target }} .',
          '',
        ].join('\r\n'),
      ),
      findings: [`${pipelinePath}:3`],
      fixed: {
        [pipelinePath]: [
          'on: push',
          'jobs:',
          '  image:',
          '    strategy:',
          '      matrix: { target: [a, b] }',
          '    runs-on: ubuntu-latest # hosted',
          '    timeout-minutes: 60',
          '    steps:',
          '      - run: docker build --target ${{ matrix.target }} .',
          '',
        ].join('\r\n'),
      },
    },
  ],
  good: [
    {
      name: 'A limit of the job',
      files: service(
        pipeline(action).replace(
          'runs-on: ubuntu-24.04\n',
          'runs-on: ubuntu-24.04\n    timeout-minutes: 20\n',
        ),
      ),
    },
    {
      name: 'A limit of the step that builds',
      files: service(
        pipeline(`- run: docker build .
  timeout-minutes: 20
`),
      ),
    },
    {
      name: 'A limit that an expression gives',
      files: service(
        pipeline(action).replace(
          'runs-on: ubuntu-24.04\n',
          'timeout-minutes: ${{ fromJSON(vars.LIMIT) }}\n    runs-on: ubuntu-24.04\n',
        ),
      ),
    },
    {
      name: 'A job that calls a workflow cannot have a limit',
      nearMiss: true,
      files: service(`on: push
jobs:
  image:
    uses: example/workflows/.github/workflows/image.yaml@v1
`),
    },
    {
      name: 'Jobs that build no image',
      nearMiss: true,
      files: service(pipeline('- run: go build ./...\n')),
    },
    {
      name: 'Projects of GitLab have a limit of an hour',
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        Dockerfile: 'FROM scratch\n',
        '.gitlab-ci.yml': 'build:\n  script:\n    - docker build .\n',
      },
    },
  ],
};
