/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseJson } from '../jsonFields';
import { addWarning, createEnding } from '../observedBuild';
import { SolveBuild } from '../solve';
import { BuildOutcome, BuildRecord } from '../types';
import { canceledCode, readBuildError } from './BuildError';
import {
  compactDescription,
  materialsOf,
  mergeMaterials,
} from './describeBuild';
import { HistoryRecord, historyRecordOf } from './HistoryRecord';
import { OciLayer, RecordManifest } from './OciLayout';
import { StatusMessages } from './StatusMessages';

const statusType = 'application/vnd.buildkit.status.v0';
const errorType = 'application/vnd.googeapis.google.rpc.status+proto';
const provenanceType = 'application/vnd.in-toto+json';
const decoder = new TextDecoder();

function outcomeOf(record: HistoryRecord): BuildOutcome {
  if (record.error) {
    return record.error.code === canceledCode ? 'incomplete' : 'failure';
  }
  return record.completedAt === undefined ? 'incomplete' : 'success';
}

function materialsIn(layers: readonly OciLayer[]) {
  return mergeMaterials(
    layers
      .filter(({ mediaType }) => mediaType === provenanceType)
      .map(({ bytes }) =>
        bytes ? materialsOf(parseJson(decoder.decode(bytes))) : [],
      ),
  );
}

/**
 * Makes a build of one record: times, cache state and output are those of its
 * status messages, outcome and error those of the record itself. A record that
 * is not whole is no success.
 */
export function readRecord(
  { config, layers }: RecordManifest,
  options: { mostSteps: number },
): BuildRecord {
  const ending = createEnding();
  const record = historyRecordOf(config ?? {});
  const problems: string[] = config ? [] : ['its description is missing'];

  const external = layers.find(({ mediaType }) => mediaType === errorType);
  const externalError = external?.bytes && readBuildError(external.bytes);
  const error = record.error ?? externalError;
  const outcome = outcomeOf({ ...record, error });
  if (error) {
    const place = error.place ?? externalError?.place;
    ending.finalError = error.message.slice(0, 4000);
    ending.location = place?.location;
    ending.locationText = place?.locationText ?? [];
  }

  const build = new SolveBuild({ ending, mostSteps: options.mostSteps });
  const status = layers.find(({ mediaType }) => mediaType === statusType);
  if (status?.partial) {
    const messages = new StatusMessages(status.partial);
    messages.readGraph(build);
    messages.readOutput(
      build,
      outcome === 'success' ? new Set() : build.findTroubled(),
    );
    if (messages.isDamaged || !status.bytes) {
      problems.push('its status messages are damaged');
    }
  } else {
    problems.push('its status messages are missing');
  }
  if (record.counts && record.counts.total > build.counts.total) {
    problems.push(
      `it counts ${record.counts.total} steps and tells ${build.counts.total}`,
    );
  }
  for (const problem of problems) {
    addWarning(ending.warnings, `the record is not whole: ${problem}`);
  }

  const isWhole = problems.length === 0;
  return {
    ...build.assemble({
      format: 'buildx-history',
      outcome: outcome === 'success' && !isWhole ? 'incomplete' : outcome,
      start: record.createdAt,
      end: record.completedAt,
    }),
    counts: record.counts ?? build.counts,
    description: compactDescription({
      ...record.description,
      ...materialsIn(layers),
    }),
  };
}
