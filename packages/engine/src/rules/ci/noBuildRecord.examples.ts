/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { pipeline, pipelinePath, service } from '../cache/pipelineExamples';
import { RuleExamples } from '../types';

const catalog = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: orders
spec:
  type: service
  lifecycle: production
  owner: shop
`;

function registered(workflow: string): Record<string, string> {
  return { ...service(workflow), 'catalog-info.yaml': catalog };
}

function sent(entity: string): string {
  return `- name: Send the build to Backstage
  if: \${{ !cancelled() && vars.BACKSTAGE_URL != '' }}
  continue-on-error: true
  env:
    BACKSTAGE_URL: \${{ vars.BACKSTAGE_URL }}
    BUILD_HYGIENE_TOKEN: \${{ secrets.BUILD_HYGIENE_TOKEN }}
  run: |
    docker buildx history logs > "$RUNNER_TEMP/build.log" 2>&1
    curl --fail-with-body --silent --show-error -X POST \\
      -H "Authorization: Bearer $BUILD_HYGIENE_TOKEN" \\
      -H "Content-Type: application/octet-stream" \\
      --data-binary "@$RUNNER_TEMP/build.log" \\
      --url-query entityRef=component:${entity} \\
      --url-query provider=github-actions \\
      --url-query "runId=$GITHUB_RUN_ID" \\
      --url-query "attempt=$GITHUB_RUN_ATTEMPT" \\
      --url-query "commit=$GITHUB_SHA" \\
      --url-query "branch=$GITHUB_REF_NAME" \\
      --url-query "runUrl=$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID" \\
      "$BACKSTAGE_URL/api/build-hygiene/builds"
`;
}

export const noBuildRecordExamples: RuleExamples = {
  bad: [
    {
      name: 'A step that builds',
      files: registered(
        pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .

# What follows.
- run: echo done
`),
      ),
      findings: [`${pipelinePath}:7`],
      fixed: {
        [pipelinePath]: pipeline(`- uses: docker/build-push-action@v6
  with:
    context: .
${sent('default/orders')}
# What follows.
- run: echo done
`),
      },
    },
    {
      name: 'A script, and a service of a namespace',
      files: {
        ...registered(
          pipeline(`- run: |
    set -eu
    docker buildx build \\
      -t app .
`),
        ),
        'catalog-info.yaml': catalog.replace(
          'name: orders',
          'name: orders\n  namespace: shop',
        ),
      },
      findings: [`${pipelinePath}:9`],
      fixed: {
        [pipelinePath]: pipeline(`- run: |
    set -eu
    docker buildx build \\
      -t app .
${sent('shop/orders')}`),
      },
    },
    {
      name: 'Lines that end as on Windows, and several builds: one finding',
      files: registered(
        pipeline(`- run: docker build --target build .
- run: docker build .
`).replace(/\n/g, '\r\n'),
      ),
      findings: [`${pipelinePath}:7`],
      fixed: {
        [pipelinePath]: pipeline(`- run: docker build --target build .
${sent('default/orders')}- run: docker build .
`).replace(/\n/g, '\r\n'),
      },
    },
    {
      name: 'A GitLab pipeline',
      files: {
        ...registered(''),
        [pipelinePath]: '',
        '.gitlab-ci.yml': 'build:\n  script:\n    - docker build .\n',
      },
      findings: ['.gitlab-ci.yml:3'],
    },
  ],
  good: [
    {
      name: 'The log is sent',
      files: registered(
        pipeline(`- run: docker build . 2>&1 | tee build.log
- run: |
    curl --data-binary @build.log \\
      https://backstage.acme.io/api/build-hygiene/builds?entityRef=component:default/orders
`),
      ),
    },
    {
      name: 'The action of this project sends it',
      files: registered(
        pipeline(`- run: docker build . 2>&1 | tee "$RUNNER_TEMP/build.log"
- uses: build-hygiene/build-hygiene/actions/push-build-record@5eef5ed34e1e1ff0a4ae850395cbf665c4de6b4b
  with:
    url: https://backstage.acme.io
    entity: component:default/orders
    file: \${{ runner.temp }}/build.log
`),
      ),
    },
    {
      name: 'An action of the repository sends it',
      files: {
        ...registered(
          pipeline(`- run: docker build .
- uses: ./.github/actions/report
`),
        ),
        '.github/actions/report/action.yml':
          'runs:\n  using: composite\n  steps:\n    - run: ./send "$BUILD_HYGIENE_TOKEN"\n      shell: bash\n',
      },
    },
    {
      name: 'A repository that no catalog knows',
      nearMiss: true,
      files: service(pipeline('- run: docker build .\n')),
    },
    {
      name: 'No image is built',
      files: registered(pipeline('- run: go test ./...\n')),
    },
    {
      name: 'A catalog file of several services does not tell which one',
      files: {
        ...registered(pipeline('- run: docker build .\n')),
        'catalog-info.yaml': `${catalog}---\n${catalog}`,
      },
    },
  ],
};
