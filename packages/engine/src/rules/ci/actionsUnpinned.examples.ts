/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pipeline, pipelinePath, service } from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

const commit = '0123456789abcdef0123456789abcdef01234567';

export const actionsUnpinnedExamples: RuleExamples = {
  bad: [
    {
      name: 'A tag',
      files: service(
        pipeline(`- uses: example/login@v2
- uses: docker/build-push-action@v6
`),
      ),
      findings: [`${pipelinePath}:7`],
    },
    {
      name: 'Branches, and a folder of a repository: one finding a file',
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
- uses: example/scan@master
- uses: example/tools/sign@v1.2.3
- uses: example/pinned@${commit} # v3
`),
      ),
      findings: [`${pipelinePath}:8`],
    },
    {
      name: 'A shortened commit',
      files: service(
        pipeline(`- run: docker build .
- uses: example/push@${commit.slice(0, 7)}
`),
      ),
      findings: [`${pipelinePath}:8`],
    },
  ],
  good: [
    {
      name: 'Commits',
      files: service(
        pipeline(`- uses: example/login@${commit} # v2.1.0
- uses: docker/build-push-action@${commit}
`),
      ),
    },
    {
      name: 'Actions of GitHub and Docker',
      files: service(
        pipeline(`- uses: docker/setup-buildx-action@v3
- uses: docker/build-push-action@v6
`),
      ),
    },
    {
      name: 'Actions of the repository, of its owner, and images',
      files: {
        ...service(
          pipeline(`- uses: ./.github/actions/prepare
- uses: Our-Team/actions/login@v1
- uses: docker://alpine:3.24
- run: docker build .
`),
        ),
        'go.mod': 'module github.com/our-team/app\n\ngo 1.27\n',
      },
    },
    {
      name: 'Jobs that build no image',
      nearMiss: true,
      files: service(`on: push
jobs:
  lint:
    runs-on: ubuntu-24.04
    steps:
      - uses: example/lint@v1
  image:
    runs-on: ubuntu-24.04
    steps:
      - run: docker build .
`),
    },
  ],
};
