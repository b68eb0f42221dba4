/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RuleExamples } from '../types';
import {
  layered,
  pipeline,
  pipelinePath,
  service,
  setupBuilder,
} from './pipelineExamples';

export const remoteCacheMissingExamples: RuleExamples = {
  bad: [
    {
      name: 'The action without cache',
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    push: true
`),
      ),
      findings: [`${pipelinePath}:7`],
    },
    {
      name: 'The action with a builder that can export',
      files: service(
        pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    context: .
    # not for forks
    push: \${{ github.event_name != 'pull_request' }} # the default branch
    tags: |
      registry.example.com/app:1
      registry.example.com/app:latest
`),
      ),
      findings: [`${pipelinePath}:8`],
      fixed: {
        [pipelinePath]:
          pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    context: .
    # not for forks
    push: \${{ github.event_name != 'pull_request' }} # the default branch
    cache-from: type=gha
    cache-to: type=gha,mode=max
    tags: |
      registry.example.com/app:1
      registry.example.com/app:latest
`),
      },
    },
    {
      name: 'The action without inputs, and with Windows line ends',
      files: service(
        pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
- run: echo done
`).replace(/\n/g, '\r\n'),
      ),
      findings: [`${pipelinePath}:8`],
      fixed: {
        [pipelinePath]:
          pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    cache-from: type=gha
    cache-to: type=gha,mode=max
- run: echo done
`).replace(/\n/g, '\r\n'),
      },
    },
    {
      name: 'Two images, each with a cache of its own',
      files: {
        ...service(
          pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    context: .
- uses: docker/build-push-action@v6
  with:
    context: web
`),
        ),
        'web/Dockerfile':
          'FROM nginx:1.29\nCOPY index.html /usr/share/nginx/html/\n',
        'web/index.html': '',
      },
      findings: [`${pipelinePath}:8`],
      fixed: {
        [pipelinePath]:
          pipeline(`${setupBuilder}- uses: docker/build-push-action@v6
  with:
    context: .
    cache-from: type=gha,scope=dockerfile
    cache-to: type=gha,mode=max,scope=dockerfile
- uses: docker/build-push-action@v6
  with:
    context: web
`),
      },
    },
    {
      name: 'A script on a hosted runner',
      files: service(
        pipeline(`- run: |
    docker build -t app .
    docker push app
`),
      ),
      findings: [`${pipelinePath}:8`],
    },
    {
      name: 'A bake file without cache',
      files: {
        ...service(
          pipeline(`- uses: docker/bake-action@v6
  with:
    source: .
`),
        ),
        'docker-bake.hcl': `group "default" {
  targets = ["image"]
}
target "image" {
  context = "."
}
`,
      },
      findings: [`${pipelinePath}:7`],
    },
    {
      name: 'Docker in Docker, whose daemon is new in each job',
      files: {
        Dockerfile: layered,
        'go.mod': '',
        'main.go': '',
        '.gitlab-ci.yml': `image:build:
  image: docker:28
  services: [docker:28-dind]
  script:
    - docker build -t "$CI_REGISTRY_IMAGE" .
`,
      },
      findings: ['.gitlab-ci.yml:5'],
    },
  ],
  good: [
    {
      name: 'A cache in the registry',
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    cache-from: type=registry,ref=registry.example.com/app:cache
    cache-to: type=registry,ref=registry.example.com/app:cache,mode=max
`),
      ),
    },
    {
      name: 'The overrides of a bake file',
      files: {
        ...service(
          pipeline(`- uses: docker/bake-action@v6
  with:
    source: .
    targets: image
    set: |
      *.cache-from=type=gha
      *.cache-to=type=gha,mode=max
`),
        ),
        'docker-bake.hcl': 'target "image" {\n  context = "."\n}\n',
      },
    },
    {
      name: 'One of several builds exports for the others',
      nearMiss: true,
      files: service(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
    cache-to: type=gha,mode=max
- run: docker build .
`),
      ),
    },
    {
      name: 'Layers that another action carries over',
      files: service(
        pipeline(`- uses: satackey/action-docker-layer-caching@v0.0.11
- run: docker build .
`),
      ),
    },
    {
      name: 'A runner that lives on',
      nearMiss: true,
      files: service(
        pipeline('- run: docker build .\n', { runsOn: '[self-hosted, linux]' }),
      ),
    },
    {
      name: 'A remote builder',
      files: service(
        pipeline(`- uses: docker/setup-buildx-action@v3
  with:
    driver: remote
    endpoint: tcp://builder.example.com:1234
- uses: docker/build-push-action@v6
  with:
    context: .
`),
      ),
    },
    {
      name: 'A runner that is not known',
      files: service(
        pipeline('- run: docker build .\n', { runsOn: '${{ inputs.runner }}' }),
      ),
    },
    {
      name: 'A build for releases alone',
      files: service(
        pipeline('- run: docker build .\n', {
          on: '{ push: { tags: ["v*"] } }',
        }),
      ),
    },
    {
      name: 'Flags that are not known',
      files: service(pipeline('- run: docker build $CACHE_FLAGS .\n')),
    },
    {
      name: 'A binary that is built outside',
      files: service(
        pipeline('- run: docker build .\n'),
        'FROM scratch\nCOPY app /app\nENTRYPOINT ["/app"]\n',
      ),
    },
    {
      name: 'Another Dockerfile',
      files: service(pipeline('- run: docker build -f other/Dockerfile .\n')),
    },
  ],
};
