/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** What a CI system says of the build, by the API's names. */
export interface BuildFacts {
  provider?: string;
  runId?: string;
  attempt?: string;
  commit?: string;
  branch?: string;
  runUrl?: string;
  image?: string;
}

type Environment = Record<string, string | undefined>;

/** A branch, or for anything else a name that no default branch has. */
function branchOfRef(ref: string | undefined): string | undefined {
  return ref?.replace(/^refs\/(?:heads\/)?/, '');
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
function readGitHub(env: Environment): BuildFacts {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = env;
  return {
    provider: 'github-actions',
    runId: GITHUB_RUN_ID,
    attempt: env.GITHUB_RUN_ATTEMPT,
    commit: env.GITHUB_SHA,
    branch: branchOfRef(env.GITHUB_REF),
    runUrl:
      GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_RUN_ID
        ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
        : undefined,
  };
}

/** https://docs.gitlab.com/ci/variables/predefined_variables/ */
function readGitLab(env: Environment): BuildFacts {
  return {
    provider: 'gitlab',
    // A job that runs again has another id.
    runId: env.CI_JOB_ID,
    commit: env.CI_COMMIT_SHA,
    branch:
      branchOfRef(env.CI_MERGE_REQUEST_REF_PATH) ||
      env.CI_COMMIT_BRANCH ||
      (env.CI_COMMIT_TAG && `tags/${env.CI_COMMIT_TAG}`),
    runUrl: env.CI_JOB_URL,
  };
}

/** https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables */
function readJenkins(env: Environment): BuildFacts {
  return {
    provider: 'jenkins',
    runId: env.BUILD_TAG,
    commit: env.GIT_COMMIT,
    branch: env.CHANGE_ID
      ? `pull/${env.CHANGE_ID}`
      : (env.TAG_NAME && `tags/${env.TAG_NAME}`) ||
        env.BRANCH_NAME ||
        env.GIT_BRANCH?.replace(/^origin\//, ''),
    runUrl: env.BUILD_URL,
  };
}

/** https://buildkite.com/docs/pipelines/configure/environment-variables */
function readBuildkite(env: Environment): BuildFacts {
  const { BUILDKITE_PULL_REQUEST: pullRequest, BUILDKITE_TAG: tag } = env;
  const { BUILDKITE_BUILD_URL: url, BUILDKITE_JOB_ID: job } = env;
  return {
    provider: 'buildkite',
    runId: job,
    // Until the code is there it may be `HEAD`, or a branch.
    commit: /^[0-9a-f]{40,64}$/.test(env.BUILDKITE_COMMIT ?? '')
      ? env.BUILDKITE_COMMIT
      : undefined,
    branch:
      pullRequest && pullRequest !== 'false'
        ? `pull/${pullRequest}`
        : (tag && `tags/${tag}`) || env.BUILDKITE_BRANCH,
    runUrl: url && job ? `${url}#${job}` : url,
  };
}

/** For CI systems that set no variables, as Tekton, and for other values. */
function readOwn(env: Environment): BuildFacts {
  return {
    provider: env.BUILD_HYGIENE_PROVIDER,
    runId: env.BUILD_HYGIENE_RUN_ID,
    attempt: env.BUILD_HYGIENE_ATTEMPT,
    commit: env.BUILD_HYGIENE_COMMIT,
    branch: env.BUILD_HYGIENE_BRANCH,
    runUrl: env.BUILD_HYGIENE_RUN_URL,
    image: env.BUILD_HYGIENE_IMAGE,
  };
}

function readSystem(env: Environment): BuildFacts {
  if (env.GITHUB_ACTIONS === 'true') {
    return readGitHub(env);
  }
  if (env.GITLAB_CI === 'true') {
    return readGitLab(env);
  }
  if (env.BUILDKITE === 'true') {
    return readBuildkite(env);
  }
  return env.JENKINS_URL ? readJenkins(env) : {};
}

function withoutEmpty(facts: BuildFacts): BuildFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value));
}

/**
 * What the variables of the CI system tell of the build; `BUILD_HYGIENE_*`
 * variables win.
 */
export function readCiEnvironment(env: Environment): BuildFacts {
  return { ...withoutEmpty(readSystem(env)), ...withoutEmpty(readOwn(env)) };
}
