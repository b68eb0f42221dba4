/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { z } from 'zod';

// Of GitHub's answers, what is used:
// https://docs.github.com/en/rest/actions/workflow-runs
// https://docs.github.com/en/rest/actions/artifacts
// https://docs.github.com/en/rest/actions/workflow-jobs

const id = z.number().int().nonnegative();
const time = z
  .string()
  .refine(value => !Number.isNaN(Date.parse(value)), 'Expected a time');
const fullName = z.object({ full_name: z.string() });

const attemptSchema = z.object({
  id,
  run_attempt: z.number().int().positive().default(1),
  created_at: time,
  /** Of this attempt; older versions of GitHub Enterprise have none. */
  run_started_at: time.nullish(),
});

const runSchema = attemptSchema.extend({
  html_url: z.string(),
  head_sha: z.string(),
  head_branch: z.string().nullish(),
  repository: fullName,
  /** Null when a fork is gone. */
  head_repository: fullName.nullish(),
  /** Empty for pull requests of forks. */
  pull_requests: z.array(z.object({ number: id })).nullish(),
  event: z.string().default(''),
  conclusion: z.string().nullish(),
});

const artifactSchema = z.object({
  id,
  name: z.string(),
  size_in_bytes: z.number().nonnegative(),
  expired: z.boolean(),
  created_at: time.nullish(),
});

const jobSchema = z.object({
  id,
  name: z.string(),
  conclusion: z.string().nullish(),
  started_at: time.nullish(),
});

export const runsResponse = z.object({
  total_count: z.number().int().nonnegative(),
  workflow_runs: z.array(runSchema),
});
export const artifactsResponse = z.object({
  artifacts: z.array(artifactSchema),
});
export const jobsResponse = z.object({ jobs: z.array(jobSchema) });
export const attemptResponse = attemptSchema;

export type GithubAttempt = z.output<typeof attemptSchema>;
export type GithubRun = z.output<typeof runSchema>;
export type GithubArtifact = z.output<typeof artifactSchema>;
export type GithubJob = z.output<typeof jobSchema>;
