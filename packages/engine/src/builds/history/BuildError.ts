/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  decodeBase64,
  fieldsOf,
  listOf,
  numberOf,
  parseJson,
  textOf,
} from '../jsonFields';
import { ObservedEnding } from '../observedBuild';
import { MessageReader } from './MessageReader';

/** An error as BuildKit keeps it: a google.rpc.Status. */
export interface BuildError {
  code: number;
  message: string;
  /** The Dockerfile lines that the error names. */
  place?: Pick<ObservedEnding, 'location' | 'locationText'>;
}

/** https://github.com/grpc/grpc/blob/master/doc/statuscodes.md */
export const canceledCode = 1;

const mostLines = 50;
const decoder = new TextDecoder();

/** errdefs.Source as JSON: the file and the ranges of it that failed. */
function placeOf(json: string): BuildError['place'] {
  const source = fieldsOf(parseJson(json));
  const info = fieldsOf(source.info);
  const path = textOf(info.filename);
  const lines = listOf(source.ranges).flatMap(range => [
    numberOf(fieldsOf(range.start).line) ?? 0,
    numberOf(fieldsOf(range.end).line) ?? 0,
  ]);
  const first = Math.min(...lines.filter(line => line > 0));
  if (path === undefined || !Number.isFinite(first)) {
    return undefined;
  }
  const last = Math.max(...lines);
  return {
    location: { path, line: first, endLine: last },
    locationText: decodeBase64(info.data)
      .split('\n')
      .slice(first - 1, Math.min(last, first - 1 + mostLines))
      .map(line => line.slice(0, 1000)),
  };
}

/**
 * Errors of BuildKit carry details of a known type as JSON.
 * https://github.com/moby/buildkit/blob/master/util/grpcerrors/grpcerrors.go
 */
function placeOfDetail(type: string, json: string): BuildError['place'] {
  return /errdefs\.Source\+json$/.test(type) ? placeOf(json) : undefined;
}

/** The error in the JSON of a history record. */
export function buildErrorOf(value: unknown): BuildError | undefined {
  const fields = fieldsOf(value);
  const message = textOf(fields.message);
  const code = numberOf(fields.code);
  if (message === undefined && code === undefined) {
    return undefined;
  }
  const error: BuildError = { code: code ?? 0, message: message ?? '' };
  for (const detail of listOf(fields.details)) {
    error.place ??= placeOfDetail(
      textOf(detail.type_url) ?? '',
      decodeBase64(detail.value),
    );
  }
  return error;
}

/**
 * The error that newer builders keep apart: code 1, message 2, details 3, of
 * which each has type_url 1 and value 2.
 * https://github.com/googleapis/googleapis/blob/master/google/rpc/status.proto
 */
export function readBuildError(bytes: Uint8Array): BuildError | undefined {
  const fields = new MessageReader(bytes, 0, bytes.length);
  const error: BuildError = { code: 0, message: '' };
  while (fields.next()) {
    if (fields.field === 1) {
      error.code = fields.value;
    } else if (fields.field === 2) {
      error.message = decoder.decode(fields.content());
    } else if (fields.field === 3) {
      const detail = fields.open();
      let type = '';
      while (detail.next()) {
        if (detail.field === 1) {
          type = decoder.decode(detail.content());
        } else if (detail.field === 2) {
          error.place ??= placeOfDetail(type, decoder.decode(detail.content()));
        }
      }
    }
  }
  return error.message === '' ? undefined : error;
}
