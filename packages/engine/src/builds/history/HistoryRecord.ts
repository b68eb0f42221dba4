/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { fieldsOf, JsonFields, numberOf, textOf, timeOf } from '../jsonFields';
import { BuildCounts, BuildDescription } from '../types';
import { BuildError, buildErrorOf } from './BuildError';
import { describeArguments, describePlace } from './describeBuild';

/** What BuildKit's history keeps of one build beside its status messages. */
export interface HistoryRecord {
  /** Milliseconds since the epoch. */
  createdAt?: number;
  completedAt?: number;
  error?: BuildError;
  counts?: BuildCounts;
  description: BuildDescription;
}

/** A build that is no target of a bake. */
const unnamedTarget = 'default';

/** Older builders write times as text, newer ones as seconds and nanoseconds. */
function recordTimeOf(value: unknown): number | undefined {
  const { seconds, nanos } = fieldsOf(value);
  const whole = numberOf(seconds);
  return whole === undefined
    ? timeOf(value)
    : whole * 1000 + (numberOf(nanos) ?? 0) / 1e6;
}

/** Counts of 0 are left out, and builders before 0.18 left out all of them. */
function countsOf(fields: JsonFields): BuildCounts | undefined {
  const total = numberOf(fields.numTotalSteps);
  return total === undefined
    ? undefined
    : {
        total,
        completed: numberOf(fields.numCompletedSteps) ?? 0,
        cached: numberOf(fields.numCachedSteps) ?? 0,
      };
}

/**
 * Reads a BuildHistoryRecord as `buildx history export` writes it.
 * https://github.com/docker/buildx/blob/master/util/desktop/bundle/export.go
 * https://github.com/moby/buildkit/blob/master/api/services/control/control.proto
 */
export function historyRecordOf(fields: JsonFields): HistoryRecord {
  const attributes = fieldsOf(fields.FrontendAttrs);
  const createdAt = recordTimeOf(fields.CreatedAt);
  const local = fieldsOf(fields.localState);
  const response = fieldsOf(fields.ExporterResponse);
  const description: BuildDescription = {
    ref: textOf(fields.Ref),
    name: local.Target === unnamedTarget ? undefined : textOf(local.Target),
    startedAt:
      createdAt === undefined ? undefined : new Date(createdAt).toISOString(),
    digest: textOf(response['containerimage.digest']),
    ...describePlace(attributes),
    ...describeArguments(attributes),
  };
  return {
    createdAt,
    completedAt: recordTimeOf(fields.CompletedAt),
    error: buildErrorOf(fields.error),
    counts: countsOf(fields),
    description,
  };
}
