/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildRecord, compareBuilds } from '@build-hygiene/engine';
import {
  BuildComparisonResponse,
  BuildDetail,
  BuildSummary,
} from '@build-hygiene/plugin-build-hygiene-common';

/** The reading of its log, as far as it is stored. */
function toRecord(build: BuildDetail): BuildRecord {
  const { format, outcome, steps, cache, failure, warnings } = build;
  const { seconds, contextBytes, builder, description } = build;
  // A record may name the commit of a merge; the CI job knows better.
  const revision = build.commit ?? description?.revision;
  return {
    format,
    outcome,
    steps,
    cache,
    failure: failure ?? null,
    warnings,
    ...(seconds !== undefined && { seconds }),
    ...(contextBytes !== undefined && { contextBytes }),
    ...(builder && { builder }),
    description: {
      ...description,
      ...(revision !== undefined && { revision }),
    },
  };
}

function toSummary(build: BuildDetail): BuildSummary {
  const {
    steps,
    warnings,
    contextBytes,
    description,
    builder,
    measures,
    dockerfile,
    previousSuccess,
    ...summary
  } = build;
  return summary;
}

/** Compares two stored builds. */
export function compareDetails(
  before: BuildDetail,
  after: BuildDetail,
): BuildComparisonResponse {
  return {
    before: toSummary(before),
    after: toSummary(after),
    comparison: compareBuilds(toRecord(before), toRecord(after)),
  };
}
