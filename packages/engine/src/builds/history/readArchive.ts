/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { addWarning } from '../observedBuild';
import { BuildLogLimits, BuildRecord } from '../types';
import { UnreadableReader } from '../UnreadableReader';
import { ArchiveKind, recogniseArchive } from './ArchiveBytes';
import { OciLayout } from './OciLayout';
import { readRecord } from './readRecord';
import { readTar } from './readTar';
import { UnpackedBytes, unpackGzip } from './unpackGzip';

const mostRecords = 500;

/** Builds, or the text of a packed log. */
export type ArchiveContent =
  | { kind: 'builds'; builds: BuildRecord[] }
  | { kind: 'text'; bytes: Uint8Array; problem?: string };

function unpack(
  kind: ArchiveKind,
  archive: { bytes: Uint8Array; isFull: boolean },
  limits: BuildLogLimits,
): UnpackedBytes {
  const unpacked =
    kind === 'gzip'
      ? unpackGzip(archive.bytes, limits.unpackedBytes)
      : { bytes: archive.bytes };
  return archive.isFull
    ? { bytes: unpacked.bytes, problem: 'is too large and was cut' }
    : unpacked;
}

function refuse(format: 'buildx-history' | 'unknown', reason: string) {
  return new UnreadableReader(format, reason).finish();
}

/** What was cut off may be part of any build. */
function markIncomplete(build: BuildRecord, warning: string): BuildRecord {
  const warnings = [...build.warnings];
  addWarning(warnings, warning);
  const { cacheable, cached } = build.cache;
  return build.outcome === 'success'
    ? {
        ...build,
        outcome: 'incomplete',
        cache: { cacheable, cached },
        warnings,
      }
    : { ...build, warnings };
}

/**
 * Reads a `.dockerbuild` archive: an OCI layout in a tar archive, as a rule in
 * gzip, with one manifest a build. A bake has one build a target; the platforms
 * of one target are one build. Another archive in gzip is given back as text.
 */
export function readArchive(
  kind: ArchiveKind,
  archive: { bytes: Uint8Array; isFull: boolean },
  limits: BuildLogLimits,
): ArchiveContent {
  const { bytes, problem } = unpack(kind, archive, limits);
  if (recogniseArchive(bytes) !== 'tar') {
    return bytes.length > 0
      ? { kind: 'text', bytes, problem }
      : {
          kind: 'builds',
          builds: refuse('unknown', `the archive ${problem ?? 'is empty'}`),
        };
  }
  const content = readTar(bytes);
  const layout = new OciLayout(content.files);
  const flaw = problem ?? content.problem;
  const records = layout.findRecords();
  if (records.length === 0) {
    const builds =
      flaw !== undefined && (layout.isLayout || content.files.length === 0)
        ? refuse('buildx-history', `the archive ${flaw}: no build is whole`)
        : refuse('unknown', 'the archive holds no build record');
    return { kind: 'builds', builds };
  }
  const warnings: string[] = [];
  if (flaw !== undefined) {
    warnings.push(`the archive ${flaw}`);
  }
  if (records.length > mostRecords) {
    warnings.push(`only the first ${mostRecords} builds were read`);
  }
  const builds = records
    .slice(0, mostRecords)
    .map(record => readRecord(record, { mostSteps: limits.steps }))
    .map(build => warnings.reduce(markIncomplete, build));
  return { kind: 'builds', builds };
}
