/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { maskSecrets } from '../secrets';
import { diagnoseFailure, diagnoseLines } from './diagnosis';
import { markFailed } from './markFailed';
import { measureCache } from './measureCache';
import {
  addWarning,
  createVertex,
  ObservedEnding,
  ObservedVertex,
} from './observedBuild';
import {
  BuildFailure,
  BuildLogFormat,
  BuildOutcome,
  BuildRecord,
  BuildStep,
  BuildStepState,
} from './types';
import { parseVertexName, VertexName } from './vertexName';

interface NamedVertex extends ObservedVertex {
  parsed: VertexName;
}

const canceledMessage =
  /\bcontext canceled\b|\bCanceled: |\bbuild cancell?ed\b/i;

const canceledJob = /\bcancell?ed\b|\baborted\b/i;

function stateOf(vertex: ObservedVertex): BuildStepState {
  if (!vertex.started) {
    return 'skipped';
  }
  if (vertex.error !== undefined) {
    return vertex.canceled ? 'canceled' : 'failed';
  }
  if (vertex.cached || vertex.inferred) {
    return 'cached';
  }
  return vertex.canceled || !vertex.finished ? 'canceled' : 'executed';
}

function toStep(vertex: NamedVertex): BuildStep {
  const { parsed } = vertex;
  const step: BuildStep = {
    id: vertex.id,
    name: maskSecrets(vertex.name),
    state: stateOf(vertex),
    internal: parsed.role !== 'step' && parsed.role !== 'from',
  };
  if (parsed.stage !== undefined) {
    step.stage = maskSecrets(parsed.stage);
  }
  if (parsed.index !== undefined) {
    step.index = parsed.index;
  }
  if (parsed.total !== undefined) {
    step.total = parsed.total;
  }
  if (parsed.instruction !== undefined) {
    step.instruction = parsed.instruction;
  }
  if (vertex.seconds !== undefined) {
    step.seconds = vertex.seconds;
  }
  if (vertex.startedAt !== undefined) {
    step.startedAt = vertex.startedAt;
  }
  if (vertex.transferSeconds !== undefined) {
    step.transferSeconds = vertex.transferSeconds;
  }
  if (vertex.inferred && !vertex.cached) {
    step.inferred = true;
  }
  if (vertex.isUncacheable) {
    step.cacheable = false;
  }
  if (parsed.platform !== undefined) {
    step.platform = maskSecrets(parsed.platform);
  }
  const hasRun = step.state !== 'cached' && step.state !== 'skipped';
  if (vertex.downloads && parsed.instruction === 'RUN' && hasRun) {
    step.downloads = vertex.downloads;
  }
  return step;
}

/** Whether every stage that the log shows was seen up to its last step. */
function areStagesComplete(vertices: readonly NamedVertex[]): boolean {
  const highest = new Map<string, { index: number; total: number }>();
  for (const { parsed } of vertices) {
    if (parsed.index !== undefined && parsed.total !== undefined) {
      const key = `${parsed.platform ?? ''} ${parsed.stage ?? ''}`;
      const index = Math.max(parsed.index, highest.get(key)?.index ?? 0);
      highest.set(key, { index, total: parsed.total });
    }
  }
  return (
    highest.size > 0 &&
    [...highest.values()].every(({ index, total }) => index === total)
  );
}

function decideOutcome(
  vertices: readonly NamedVertex[],
  ending: ObservedEnding,
  saysWhenDone: boolean,
): BuildOutcome {
  const failed = vertices.filter(
    vertex =>
      vertex.error !== undefined &&
      !vertex.canceled &&
      vertex.parsed.role !== 'cache-import',
  );
  const fatal = failed.filter(v => v.parsed.role !== 'cache-export');
  if (ending.finalError !== undefined) {
    return canceledMessage.test(ending.finalError) && fatal.length === 0
      ? 'incomplete'
      : 'failure';
  }
  if (fatal.length > 0) {
    return 'failure';
  }
  const isExported = vertices.some(
    vertex => vertex.parsed.role === 'export' && vertex.finished,
  );
  if (failed.length > 0 && !ending.ended && !isExported) {
    return 'failure';
  }
  if (vertices.some(v => v.started && !v.finished)) {
    return 'incomplete';
  }
  if (vertices.some(v => v.canceled)) {
    // Who cancels a build is told so, by the builder or by the job. Steps are
    // canceled, too, when something else fails that is no step.
    const isTold = ending.loose.tail().some(line => canceledJob.test(line));
    return isTold ? 'incomplete' : 'failure';
  }
  if (ending.location) {
    // The excerpt is printed with an error only; its last line was cut off.
    return 'failure';
  }
  const hasSteps = vertices.some(
    ({ parsed }) => parsed.role === 'step' || parsed.role === 'from',
  );
  if (isExported || (ending.ended && hasSteps)) {
    return 'success';
  }
  if (saysWhenDone) {
    return 'incomplete';
  }
  const isReached = vertices.every(vertex => vertex.started);
  return isReached && areStagesComplete(vertices) ? 'success' : 'incomplete';
}

/**
 * A builder that was killed has no last word: the job does. Of a job that went
 * well nothing is known but that no step of it failed.
 */
function believeJob(
  vertices: readonly NamedVertex[],
  ending: ObservedEnding,
  saysWhenDone: boolean,
): BuildOutcome {
  const { job, lastWords } = ending;
  if (!job || vertices.length === 0) {
    return 'incomplete';
  }
  const unfinished = vertices.filter(
    ({ started, finished }) => started && !finished,
  );
  if (!job.hasFailed) {
    // BuildKit would have told of the export, and of each step.
    if (!saysWhenDone || unfinished.length > 1) {
      return 'incomplete';
    }
    for (const vertex of unfinished) {
      vertex.finished = true;
    }
    return 'success';
  }
  ending.finalError = job.line;
  const last =
    unfinished.find(({ id }) => id === lastWords?.id) ??
    unfinished[unfinished.length - 1];
  if (last) {
    last.error = job.line;
    last.finished = true;
  }
  return 'failure';
}

/** The failed vertex that the final error speaks of, else the first one. */
function findFailed(
  vertices: readonly NamedVertex[],
  finalError: string | undefined,
): NamedVertex | undefined {
  const failed = vertices.filter(
    vertex => vertex.error !== undefined && !vertex.canceled,
  );
  const fatal = failed.filter(v => v.parsed.role !== 'cache-import');
  const named = fatal.find(
    ({ error }) => error && finalError?.includes(error.slice(0, 500)),
  );
  return named ?? fatal[0];
}

function diagnose(
  outcome: BuildOutcome,
  vertices: readonly NamedVertex[],
  ending: ObservedEnding,
): BuildFailure | null {
  if (outcome === 'success') {
    return null;
  }
  if (outcome === 'incomplete' && ending.finalError === undefined) {
    // A log that was cut right behind an error still tells the cause.
    const { lastWords } = ending;
    if (vertices.length === 0) {
      return diagnoseLines(ending.loose.tail()) ?? null;
    }
    return lastWords && !lastWords.finished
      ? diagnoseLines(lastWords.lines.tail(), lastWords.name) ?? null
      : null;
  }
  const failed = findFailed(vertices, ending.finalError);
  return diagnoseFailure({
    step: failed && {
      name: failed.name,
      role: failed.parsed.role,
      instruction: failed.parsed.instruction,
      error: failed.error ?? '',
      lines: failed.lines.all(),
    },
    finalError: ending.finalError,
    loose: ending.loose.all(),
    location: ending.location,
    locationText: ending.locationText,
  });
}

/** An image that could not be pushed, as a vertex of BuildKit. */
function failedPush({ push }: ObservedEnding): ObservedVertex[] {
  const { failed } = push;
  return failed
    ? [
        {
          ...createVertex('push', failed.name),
          started: true,
          finished: true,
          error: failed.error,
        },
      ]
    : [];
}

/** Makes the record of one build of what its log told. */
export function assembleBuild(options: {
  format: BuildLogFormat;
  vertices: readonly ObservedVertex[];
  ending: ObservedEnding;
  seconds?: number;
  /** The builder has a last word on success: a log without it was cut. */
  saysWhenDone?: boolean;
  /** How the build ended, where the builder's record tells it. */
  outcome?: BuildOutcome;
}): BuildRecord {
  const { format, ending, saysWhenDone = false } = options;
  const vertices = [
    ...markFailed(options.vertices, ending),
    ...failedPush(ending),
  ].map(vertex => ({
    ...vertex,
    parsed: vertex.parsed ?? parseVertexName(vertex.name),
  }));
  let outcome =
    options.outcome ?? decideOutcome(vertices, ending, saysWhenDone);
  if (
    options.outcome === undefined &&
    outcome === 'incomplete' &&
    ending.finalError === undefined
  ) {
    outcome = believeJob(vertices, ending, saysWhenDone);
  }
  const steps = vertices.map(toStep);
  const warnings = ending.warnings.map(maskSecrets);
  for (const vertex of vertices) {
    if (vertex.parsed.role === 'cache-import' && vertex.error !== undefined) {
      addWarning(
        warnings,
        maskSecrets(
          `the cache could not be imported, which does not fail a build: ${vertex.error}`,
        ),
      );
    }
  }
  if (outcome === 'incomplete' && ending.finalError === undefined) {
    addWarning(warnings, 'the log ends before the build does');
  }
  const record: BuildRecord = {
    format,
    outcome,
    steps,
    cache: measureCache(steps, outcome),
    failure: diagnose(outcome, vertices, ending),
    warnings,
  };
  if (options.seconds !== undefined) {
    record.seconds = options.seconds;
  }
  const contextBytes = vertices.map(v => v.contextBytes ?? 0);
  if (vertices.some(vertex => vertex.contextBytes !== undefined)) {
    record.contextBytes = contextBytes.reduce((sum, bytes) => sum + bytes, 0);
  }
  return record;
}
