/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readImageBuilds } from '../../ci/readImageBuilds';
import { PipelineFile, WorkflowJob } from '../../ci/readPipelines';
import { ImageBuild } from '../../ci/types';
import { Span } from '../../span';
import { Snapshot } from '../../snapshot/types';

/** Why a rule on pipelines has nothing to say of a repository. */
export const noImageBuildReason = 'No pipeline is known to build an image.';

/** The builds of images that pipelines run. */
export function imageBuildsOfPipelines(snapshot: Snapshot): ImageBuild[] {
  return readImageBuilds(snapshot).filter(
    ({ source }) => source === 'pipeline',
  );
}

/** The builds of images that a job of a workflow runs. */
export function jobBuilds(
  snapshot: Snapshot,
  { file, job }: WorkflowJob,
): ImageBuild[] {
  return buildsWithin(snapshot, file, job.span);
}

/** The builds of images that a part of a pipeline's file runs. */
export function buildsWithin(
  snapshot: Snapshot,
  { path, lines }: PipelineFile,
  { start, end }: Span,
): ImageBuild[] {
  const builds = imageBuildsOfPipelines(snapshot).filter(
    build => build.path === path,
  );
  if (builds.length === 0) {
    return [];
  }
  const first = lines.lineAt(start);
  const last = lines.lineAt(Math.max(start, end - 1));
  return builds.filter(({ line }) => line >= first && line <= last);
}
