/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { type Download, GithubApi, type JsonAnswer } from './GithubApi';
export { listAll } from './listAll';
export type {
  GithubArtifact,
  GithubAttempt,
  GithubJob,
  GithubRun,
} from './responses';
export {
  artifactsResponse,
  attemptResponse,
  jobsResponse,
  runsResponse,
} from './responses';
