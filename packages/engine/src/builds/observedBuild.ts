/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ExcerptLines } from './ExcerptLines';
import { ImagePush } from './ImagePush';
import { JobEnding } from './readJobEnding';
import { BuildStepDownloads } from './types';
import { VertexName } from './vertexName';

/** What a log told about one vertex. */
export interface ObservedVertex {
  id: string;
  name: string;
  started: boolean;
  finished: boolean;
  /** Sticky: a later DONE is layer transfer. */
  cached: boolean;
  inferred: boolean;
  canceled: boolean;
  error?: string;
  seconds?: number;
  startedAt?: number;
  transferSeconds?: number;
  contextBytes?: number;
  /** What the name says, where the log says it in another place. */
  parsed?: VertexName;
  /** No cache of the builder can hold it. */
  isUncacheable?: boolean;
  /** What its output told of downloads, in formats with times. */
  downloads?: BuildStepDownloads;
  lines: ExcerptLines;
}

export function createVertex(id: string, name: string): ObservedVertex {
  return {
    id,
    name,
    started: false,
    finished: false,
    cached: false,
    inferred: false,
    canceled: false,
    lines: new ExcerptLines(),
  };
}

/** What a log told outside of its vertices. */
export interface ObservedEnding {
  /** The builder's own last word: `failed to solve: …`. */
  finalError?: string;
  /** The vertex that the error block is of. */
  failedName?: string;
  /** Something that is printed only after the last step. */
  ended: boolean;
  /** The source excerpt, printed with errors only. */
  location?: { path: string; line: number; endLine: number };
  locationText: string[];
  /** Lines that look like errors and belong to no vertex. */
  loose: ExcerptLines;
  warnings: string[];
  /** What a push behind the build said. */
  push: ImagePush;
  /** What the CI said below the log. */
  job?: JobEnding;
  /** The vertex that wrote the log's last line of output. */
  lastWords?: ObservedVertex;
}

export function createEnding(): ObservedEnding {
  return {
    ended: false,
    locationText: [],
    loose: new ExcerptLines(),
    push: new ImagePush(),
    warnings: [],
  };
}

const mostWarnings = 100;

export function addWarning(warnings: string[], warning: string) {
  if (warnings.length < mostWarnings && !warnings.includes(warning)) {
    warnings.push(warning);
  }
}
