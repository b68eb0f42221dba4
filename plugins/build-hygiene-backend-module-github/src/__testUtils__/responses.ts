/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// The bodies of GitHub's REST API, in the form of its documentation:
// https://docs.github.com/en/rest/actions/workflow-runs
// https://docs.github.com/en/rest/actions/artifacts
// https://docs.github.com/en/rest/actions/workflow-jobs

export interface StandInArtifact {
  id: number;
  name: string;
  createdAt: string;
  expired?: boolean;
  /** The zip archive; without it, the download is gone. */
  archive?: Uint8Array;
}

export interface StandInJob {
  id: number;
  name: string;
  startedAt: string;
  conclusion?: string;
  /** Without it, the log is gone. */
  log?: string;
}

export interface StandInAttempt {
  startedAt: string;
  jobs?: StandInJob[];
}

export interface StandInRun {
  id: number;
  createdAt: string;
  status?: 'completed' | 'in_progress';
  conclusion?: string;
  event?: string;
  branch?: string;
  sha?: string;
  /** Full name; default: the repository's. */
  headRepository?: string | null;
  pullRequest?: number;
  artifacts?: StandInArtifact[];
  /** Oldest first. */
  attempts: StandInAttempt[];
}

const minimalRepository = (fullName: string, host: string) => ({
  id: 1296269,
  node_id: 'MDEwOlJlcG9zaXRvcnkxMjk2MjY5',
  name: fullName.split('/')[1],
  full_name: fullName,
  owner: {
    login: fullName.split('/')[0],
    id: 1,
    type: 'Organization',
    site_admin: false,
  },
  private: true,
  html_url: `https://${host}/${fullName}`,
  fork: false,
});

export function runBody(
  run: StandInRun,
  place: { repository: string; host: string; api: string; attempt?: number },
) {
  const { repository, host, api, attempt = run.attempts.length } = place;
  const url = `${api}/repos/${repository}/actions/runs/${run.id}`;
  const head =
    run.headRepository === undefined ? repository : run.headRepository;
  return {
    id: run.id,
    name: 'Build',
    node_id: 'MDEyOldvcmtmbG93IFJ1bjI2OTI4OQ==',
    check_suite_id: 42,
    check_suite_node_id: 'MDEwOkNoZWNrU3VpdGU0Mg==',
    head_branch: run.branch ?? 'main',
    head_sha: run.sha ?? 'acb5820ced9479c074f688cc328bf03f341a511d',
    path: '.github/workflows/build.yml@main',
    run_number: run.id,
    event: run.event ?? 'push',
    display_title: 'Update README.md',
    status: run.status ?? 'completed',
    conclusion:
      run.status === 'in_progress' ? null : run.conclusion ?? 'success',
    workflow_id: 159038,
    url,
    html_url: `https://${host}/${repository}/actions/runs/${run.id}`,
    pull_requests: run.pullRequest
      ? [{ id: 9000, number: run.pullRequest, url: '' }]
      : [],
    created_at: run.createdAt,
    updated_at: run.attempts[attempt - 1].startedAt,
    run_attempt: attempt,
    referenced_workflows: [],
    run_started_at: run.attempts[attempt - 1].startedAt,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    artifacts_url: `${url}/artifacts`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt > 1 ? `${url}/attempts/${attempt - 1}` : null,
    repository: minimalRepository(repository, host),
    head_repository: head === null ? null : minimalRepository(head, host),
  };
}

export function artifactBody(
  artifact: StandInArtifact,
  place: { repository: string; api: string; run: StandInRun },
) {
  const { repository, api, run } = place;
  const url = `${api}/repos/${repository}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: 'MDg6QXJ0aWZhY3QxMQ==',
    name: artifact.name,
    size_in_bytes: artifact.archive?.length ?? 1024,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired ?? false,
    created_at: artifact.createdAt,
    expires_at: '2027-02-20T14:59:22Z',
    updated_at: artifact.createdAt,
    digest:
      'sha256:cfc3236bdad15b5898bca8408945c9e19e1917da8704adc20eaa618444290a8c',
    workflow_run: {
      id: run.id,
      repository_id: 1296269,
      head_repository_id: 1296269,
      head_branch: run.branch ?? 'main',
      head_sha: run.sha ?? 'acb5820ced9479c074f688cc328bf03f341a511d',
    },
  };
}

export function jobBody(
  job: StandInJob,
  place: { repository: string; host: string; run: StandInRun; attempt: number },
) {
  const { repository, host, run, attempt } = place;
  return {
    id: job.id,
    run_id: run.id,
    run_attempt: attempt,
    node_id: 'MDg6Q2hlY2tSdW4zOTk0NDQ0OTY=',
    head_sha: run.sha ?? 'acb5820ced9479c074f688cc328bf03f341a511d',
    html_url: `https://${host}/${repository}/actions/runs/${run.id}/job/${job.id}`,
    status: 'completed',
    conclusion: job.conclusion ?? 'success',
    created_at: job.startedAt,
    started_at: job.startedAt,
    completed_at: job.startedAt,
    name: job.name,
    steps: [
      {
        name: 'Set up job',
        status: 'completed',
        conclusion: 'success',
        number: 1,
      },
    ],
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'my runner',
    workflow_name: 'Build',
    head_branch: run.branch ?? 'main',
  };
}
