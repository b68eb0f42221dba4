/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What differs from service to service. */
export interface CiStepValues {
  entityRef: string;
  /** Address of the backend plugin: `https://…/api/build-hygiene`. */
  backendUrl: string;
}

/** The lines that send builds from one CI system. */
export interface CiStep {
  id: 'github' | 'gitlab' | 'jenkins' | 'tekton';
  name: string;
  text: string;
}

function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!]/g,
    character => `%${character.charCodeAt(0).toString(16)}`,
  );
}

/** One word for a shell, in YAML and in Groovy's quotes as well. */
function quote(value: string): string {
  return /^[\w:./@%+-]+$/.test(value)
    ? value
    : `'${value.replace(/[^\w:./@%+ &=?,~-]/gu, percentEncode)}'`;
}

function indent(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}

/**
 * Fields come before the file, as the backend reads the form while it comes.
 * `--form-string` takes a value as it is, also one that starts with `@`.
 */
function curl(
  values: CiStepValues,
  file: string,
  fields: Record<string, string>,
): string {
  return [
    'curl --fail-with-body --silent --show-error --retry 3 \\',
    '  -H "Authorization: Bearer $BUILD_HYGIENE_TOKEN" \\',
    `  --form-string entityRef=${quote(values.entityRef)} \\`,
    ...Object.entries(fields).map(
      ([name, value]) => `  --form-string ${name}=${value} \\`,
    ),
    `  --form log=@${file} \\`,
    `  ${quote(`${values.backendUrl.replace(/\/+$/, '')}/builds`)}`,
  ].join('\n');
}

// The log is kept outside of the folder that is built: in it, it would be a new
// file of the context in every build, and no `COPY . .` would be cached again.

function gitHub(values: CiStepValues): string {
  const send = curl(values, '"$RUNNER_TEMP/build.log"', {
    provider: 'github-actions',
    runId: '"$GITHUB_RUN_ID"',
    attempt: '"$GITHUB_RUN_ATTEMPT"',
    commit: '"$GITHUB_SHA"',
    branch: '"${GITHUB_REF#refs/heads/}"',
    runUrl:
      '"$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"',
  });
  return `- name: Build the image
  shell: bash # with pipefail, so that a failed build fails the step
  run: docker buildx build --progress=plain . 2>&1 | tee "$RUNNER_TEMP/build.log"
- name: Send the build to Backstage
  if: \${{ !cancelled() }}
  continue-on-error: true
  env:
    BUILD_HYGIENE_TOKEN: \${{ secrets.BUILD_HYGIENE_TOKEN }}
  run: |
${indent(send, 4)}
`;
}

function gitLab(values: CiStepValues): string {
  const send = curl(values, '/tmp/build.log', {
    provider: 'gitlab',
    runId: '"$CI_JOB_ID"',
    commit: '"$CI_COMMIT_SHA"',
    branch: '"${CI_MERGE_REQUEST_REF_PATH:-$CI_COMMIT_REF_NAME}"',
    runUrl: '"$CI_JOB_URL"',
  });
  return `build-image:
  image: docker:28
  services: [docker:28-dind]
  script:
    - set -o pipefail
    - docker buildx build --progress=plain . 2>&1 | tee /tmp/build.log
  after_script: # runs after a failed build, too, and cannot fail the job
    - apk add --no-cache curl
    - |
${indent(send, 6)}
`;
}

function jenkins(values: CiStepValues): string {
  const send = curl(values, '"$WORKSPACE_TMP/build.log"', {
    provider: 'jenkins',
    runId: '"$BUILD_TAG"',
    commit: '"$GIT_COMMIT"',
    branch: '"${BRANCH_NAME:-${GIT_BRANCH#origin/}}"',
    runUrl: '"$BUILD_URL"',
  });
  // Groovy takes a backslash for its own: two are one for the shell.
  const escaped = send.replaceAll('\\', '\\\\');
  return `stage('Build the image') {
  steps {
    sh '''#!/bin/bash
      set -o pipefail
      mkdir -p "$WORKSPACE_TMP"
      docker buildx build --progress=plain . 2>&1 | tee "$WORKSPACE_TMP/build.log"
    '''
  }
  post {
    always {
      withCredentials([string(credentialsId: 'build-hygiene', variable: 'BUILD_HYGIENE_TOKEN')]) {
        sh returnStatus: true, script: '''
${indent(escaped, 10)}
        '''
      }
    }
  }
}
`;
}

function tekton(values: CiStepValues): string {
  const send = curl(values, '/workspace/build.log', {
    provider: 'tekton',
    runId: '"$RUN_ID"',
    commit: '"$COMMIT"',
    branch: '"$BRANCH"',
  });
  return `apiVersion: tekton.dev/v1
kind: Task
metadata:
  name: build-image
spec:
  params:
    - name: commit
    - name: branch
  workspaces:
    - name: source
  steps:
    - name: build
      image: quay.io/buildah/stable:v1.40.1
      workingDir: $(workspaces.source.path)
      onError: continue # the last step ends the task with this one's status
      script: |
        #!/bin/bash
        set -o pipefail
        buildah build --layers . 2>&1 | tee /workspace/build.log
    - name: send-build
      image: curlimages/curl:8.16.0
      onError: continue
      env:
        - name: BUILD_HYGIENE_TOKEN
          valueFrom:
            secretKeyRef: { name: build-hygiene, key: token }
        - { name: RUN_ID, value: $(context.taskRun.uid) }
        - { name: COMMIT, value: $(params.commit) }
        - { name: BRANCH, value: $(params.branch) }
      script: |
        #!/bin/sh
${indent(send, 8)}
    - name: end
      image: curlimages/curl:8.16.0
      script: |
        #!/bin/sh
        exit "$(cat $(steps.step-build.exitCode.path))"
`;
}

/** What to put into the CI job that builds the image, ready to copy. */
export function ciSteps(values: CiStepValues): CiStep[] {
  return [
    { id: 'github', name: 'GitHub Actions', text: gitHub(values) },
    { id: 'gitlab', name: 'GitLab CI', text: gitLab(values) },
    { id: 'jenkins', name: 'Jenkins', text: jenkins(values) },
    { id: 'tekton', name: 'Tekton', text: tekton(values) },
  ];
}
