/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  decodeBase64,
  isFields,
  listOf,
  parseJson,
  textOf,
  timeOf,
  JsonFields,
} from '../jsonFields';
import { SolveStatus, StatusVertex } from '../solve';

function vertexOf(fields: JsonFields): StatusVertex | undefined {
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
  const value = parseJson(text);
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
        : {
            vertex,
            data: decodeBase64(item.data),
            time: timeOf(item.timestamp),
          };
    }),
    warnings: listOf(value.warnings).flatMap(
      item => decodeBase64(item.short) || [],
    ),
  };
}
