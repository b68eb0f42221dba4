/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildsOfUnit } from '../../cache/builderProfile';
import { readImageBuilds } from '../../ci/readImageBuilds';
import { ImageBuild } from '../../ci/types';
import { isDevelopmentName } from '../../units/isDevelopmentName';
import { Finding, UnitSubject } from '../types';
import { createFinding } from './createFinding';

/** Why a rule on pipelines has nothing to say. */
export const noPipelineReason =
  'No workflow that pushes or pull requests start is known to build this image.';

/**
 * The builds of a unit that pipelines run on pushes and pull requests. Builds of
 * a stage for tests are no builds of the image.
 */
export function pipelineBuilds(subject: UnitSubject): ImageBuild[] {
  return allPipelineBuilds(subject).filter(
    ({ onChange, target }) =>
      onChange && (target === undefined || !isDevelopmentName(target)),
  );
}

/** All builds of a unit's Dockerfile that pipelines run. */
export function allPipelineBuilds({
  unit,
  snapshot,
}: UnitSubject): ImageBuild[] {
  return buildsOfUnit(unit, readImageBuilds(snapshot)).filter(
    ({ source }) => source === 'pipeline',
  );
}

/** A finding at a line of a pipeline. */
export function findingInPipeline(
  { snapshot }: UnitSubject,
  { path, line }: { path: string; line: number },
  message: string,
): Finding {
  return createFinding({
    path,
    line,
    message,
    source: snapshot.files.get(path),
  });
}

/** One finding for each line: several builds may share one. */
export function distinctFindings(findings: readonly Finding[]): Finding[] {
  return [
    ...new Map(
      findings.map(finding => [`${finding.path}:${finding.line}`, finding]),
    ).values(),
  ];
}
