/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { SolveStatus, StatusVertex } from '../solve';

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** RFC 3339 with nanoseconds, to milliseconds with a fraction. */
function timeOf(value: unknown): number | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const match =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(
      value,
    );
  const seconds = match ? Date.parse(`${match[1]}${match[3]}`) : NaN;
  if (!match || Number.isNaN(seconds)) {
    return undefined;
  }
  return seconds + Number(`0.${match[2] ?? '0'}`) * 1000;
}

function decodeBase64(value: unknown): string {
  if (typeof value !== 'string') {
    return '';
  }
  try {
    const binary = atob(value);
    const bytes = Uint8Array.from(binary, character => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return '';
  }
}

function vertexOf(fields: Fields): StatusVertex | undefined {
  const digest = textOf(fields.digest);
  if (digest === undefined) {
    return undefined;
  }
  const group = isFields(fields.progressGroup)
    ? fields.progressGroup
    : undefined;
  const groupId = group && textOf(group.id);
  return {
    digest,
    name: textOf(fields.name) ?? '',
    started: timeOf(fields.started),
    completed: timeOf(fields.completed),
    cached: fields.cached === true,
    error: textOf(fields.error),
    group: groupId ? { id: groupId, name: textOf(group?.name) } : undefined,
  };
}

/**
 * Reads one object of `--progress=rawjson`; undefined when it is something else.
 * https://github.com/moby/buildkit/blob/master/client/graph.go
 */
export function parseSolveStatus(text: string): SolveStatus | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (
    !isFields(value) ||
    !(
      'vertexes' in value ||
      'statuses' in value ||
      'logs' in value ||
      'warnings' in value
    )
  ) {
    return undefined;
  }
  return {
    vertexes: listOf(value.vertexes).flatMap(item => vertexOf(item) ?? []),
    statuses: listOf(value.statuses).flatMap(item => {
      const vertex = textOf(item.vertex);
      return vertex === undefined
        ? []
        : {
            vertex,
            id: textOf(item.id) ?? '',
            current: typeof item.current === 'number' ? item.current : 0,
            started: timeOf(item.started),
            completed: timeOf(item.completed),
          };
    }),
    logs: listOf(value.logs).flatMap(item => {
      const vertex = textOf(item.vertex);
      return vertex === undefined
        ? []
        : { vertex, data: decodeBase64(item.data) };
    }),
    warnings: listOf(value.warnings).flatMap(
      item => decodeBase64(item.short) || [],
    ),
  };
}
