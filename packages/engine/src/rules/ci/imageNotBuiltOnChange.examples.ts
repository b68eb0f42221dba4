/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  layered,
  pipeline,
  pipelinePath,
  service,
} from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

const tests = `- uses: actions/setup-go@v6
  with:
    go-version-file: go.mod
- run: go test ./...
`;
const onPulls = { on: '[push, pull_request]' };

export const imageNotBuiltOnChangeExamples: RuleExamples = {
  bad: [
    {
      name: 'Pull requests run the tests alone',
      files: service(pipeline(tests, onPulls)),
      findings: [`${pipelinePath}:1`],
    },
    {
      name: 'The image is built for releases',
      files: {
        ...service(pipeline(tests, onPulls)),
        '.github/workflows/release.yaml': pipeline(
          '- uses: docker/build-push-action@v6\n',
          { on: 'release' },
        ),
      },
      findings: [`${pipelinePath}:1`],
    },
    {
      name: 'The build is limited to tags',
      files: service(
        pipeline(
          `${tests}- run: docker build .
  if: startsWith(github.ref, 'refs/tags/')
`,
          { on: '\n  push:\n  pull_request:' },
        ),
      ),
      findings: [`${pipelinePath}:2`],
    },
    {
      name: 'Make runs the tests',
      files: {
        ...service(pipeline('- run: make lint test\n', onPulls)),
        Makefile:
          'lint:\n\tgolangci-lint run\ntest: lint\n\tgo test ./...\nimage:\n\tdocker build .\n',
      },
      findings: [`${pipelinePath}:1`],
    },
  ],
  good: [
    {
      name: 'Pull requests build the image',
      files: service(
        pipeline(`${tests}- run: docker build .\n`, { on: 'pull_request' }),
      ),
    },
    {
      name: 'A reusable workflow of the repository builds it',
      files: {
        ...service(pipeline(tests, onPulls)),
        '.github/workflows/main.yaml': `on: pull_request
jobs:
  image:
    uses: ./.github/workflows/build.yaml
`,
        '.github/workflows/build.yaml': pipeline(
          '- uses: docker/build-push-action@v6\n',
          { on: 'workflow_call' },
        ),
      },
    },
    {
      name: 'A matrix builds several images',
      files: service(`on: pull_request
jobs:
  image:
    runs-on: ubuntu-24.04
    strategy:
      matrix:
        service: [api, web]
    steps:
      - run: docker build -f \${{ matrix.service }}/Dockerfile .
`),
    },
    {
      name: 'What make does is not known',
      nearMiss: true,
      files: service(pipeline(`${tests}- run: make image\n`, onPulls)),
    },
    {
      name: 'Make builds the image for the tests',
      files: {
        ...service(pipeline('- run: make test\n', onPulls)),
        Makefile: 'image:\n\t$(DOCKER) build .\ntest: image\n\tgo test ./...\n',
      },
    },
    {
      name: 'Make in a folder with a Makefile of its own',
      files: {
        ...service(pipeline('- run: cd deploy && make test\n', onPulls)),
        Makefile: 'test:\n\tgo test ./...\n',
      },
    },
    {
      name: 'What a workflow of another repository does is not known',
      files: {
        ...service(pipeline(tests, onPulls)),
        '.github/workflows/image.yml': `on: pull_request
jobs:
  image:
    uses: example/workflows/.github/workflows/image.yml@v1
`,
      },
    },
    {
      name: 'Another CI system may build it',
      files: {
        ...service(pipeline(tests, onPulls)),
        Jenkinsfile: 'pipeline {}\n',
      },
    },
    {
      name: 'An action that may build it',
      files: service(
        pipeline(`${tests}- uses: ./.github/actions/image\n`, onPulls),
      ),
    },
    {
      name: 'An image for tests alone',
      nearMiss: true,
      files: {
        'go.mod': 'module example.com/app\n\ngo 1.27\n',
        'test/Dockerfile': layered,
        [pipelinePath]: pipeline(tests, onPulls),
      },
    },
    {
      name: 'Pull requests are only checked for their spelling here',
      nearMiss: true,
      files: service(pipeline('- uses: crate-ci/typos@v1\n', onPulls)),
    },
  ],
};
