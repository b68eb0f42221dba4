/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pipeline, pipelinePath } from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

// Made up, in the shape of real ones; taken apart so that no scanner minds.
const token = ['ghp', 'k3Jd8sQpLz0WvBn2RtYx7HcMf5Ga9UeI1oTb'].join('_');
const password = ['Zq7', 'vN2kXw9LrT4pHs8Bd'].join('');

export const credentialsInWorkflowExamples: RuleExamples = {
  bad: [
    {
      name: 'A token',
      files: {
        [pipelinePath]: pipeline(`- run: go mod download
  env:
    GITHUB_TOKEN: ${token}
`),
      },
      findings: [`${pipelinePath}:9`],
    },
    {
      name: 'The password of a registry',
      files: {
        [pipelinePath]: pipeline(`- uses: docker/login-action@v3
  with:
    username: ci
    password: ${password}
- run: |
    docker login \\
      -u ci -p ${password} registry.acme.io
`),
      },
      findings: [`${pipelinePath}:10`, `${pipelinePath}:12`],
    },
    {
      name: 'An address with a password',
      files: {
        [pipelinePath]: pipeline(`- run: |
    git config --global \\
      url."https://ci:${password}@git.acme.io/".insteadOf "https://git.acme.io/"
`),
      },
      findings: [`${pipelinePath}:8`],
    },
    {
      name: 'A variable of GitLab, and a token in a Jenkinsfile',
      files: {
        '.gitlab-ci.yml': `variables:
  REGISTRY_PASSWORD:
    value: ${password}
build:
  script: [make]
`,
        Jenkinsfile: `sh 'git clone https://x:${token}@github.com/acme/lib'\n`,
      },
      findings: ['.gitlab-ci.yml:3', 'Jenkinsfile:1'],
    },
  ],
  good: [
    {
      name: 'Secrets of the CI system',
      files: {
        [pipelinePath]: pipeline(`- uses: docker/login-action@v3
  with:
    username: \${{ github.actor }}
    password: \${{ secrets.GITHUB_TOKEN }}
- run: echo "$TOKEN" | docker login -u ci --password-stdin registry.acme.io
  env:
    TOKEN: \${{ secrets.REGISTRY_TOKEN }}
`),
        '.gitlab-ci.yml': `build:
  script:
    - docker login -u "$CI_REGISTRY_USER" -p "$CI_REGISTRY_PASSWORD" "$CI_REGISTRY"
`,
      },
    },
    {
      name: 'A database for the tests of the job',
      nearMiss: true,
      files: {
        [pipelinePath]: `on: push
jobs:
  test:
    runs-on: ubuntu-24.04
    services:
      db:
        image: postgres:18
        env:
          POSTGRES_PASSWORD: ${password}
    env:
      DATABASE_PASSWORD: ${password}
      DATABASE_URL: postgres://postgres:${password}@localhost:5432/app
      REDIS_PASSWORD: redis
    steps:
      - run: go test ./...
`,
      },
    },
    {
      name: 'Values for tests',
      files: {
        [pipelinePath]: pipeline(`- run: go test ./...
  env:
    JWT_SECRET: 4f9c2e7a1b8d3f6055aa7710c3e9d2b4
    API_TOKEN: test-token-0123456789
    S3_ACCESS_KEY: any_access_key_1
    AWS_ACCESS_KEY_ID: AKIAIOSFODNN7EXAMPLE
    STRIPE_KEY: ${['sk', 'test', '4eC39HqLyjWDarjtT1zdp7dc'].join('_')}
    GITHUB_TOKEN: ${token.slice(0, 4)}${'x'.repeat(36)}
    TOKEN_PATH: /run/secrets/registry/token1/current
`),
      },
    },
    {
      name: 'A key that only hands something in',
      nearMiss: true,
      files: {
        [pipelinePath]: pipeline(`- uses: example/licenses@v1
  with:
    fossa-api-key: 4f9c2e7a1b8d3f6055aa7710c3e9d2b4
`),
      },
    },
    {
      name: 'Names of secrets, and registries of the job',
      nearMiss: true,
      files: {
        [pipelinePath]:
          pipeline(`- run: docker login -u a -p b3Jd8sQpLz localhost:5000
- uses: example/deploy@v1
  with:
    secret-name: projects/1234/secrets/registry-token
    token-url: https://login.acme.io/oauth2/token
`),
      },
    },
  ],
};
