/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createVertex, ObservedEnding, ObservedVertex } from './observedBuild';
import { parseVertexName } from './vertexName';

const ofProcess =
  /\b(?:executor failed running \[|process "|runc did not term)/;

/** A log without its head tells a vertex's number, and not its name. */
function isNameless({ id, name }: ObservedVertex): boolean {
  return name === id;
}

function fail(vertex: ObservedVertex) {
  vertex.error = '';
  vertex.finished = true;
}

function freeId(vertices: readonly ObservedVertex[]): string {
  const taken = new Set(vertices.map(({ id }) => id));
  let number = vertices.length + 1;
  while (taken.has(`#${number}`)) {
    number++;
  }
  return `#${number}`;
}

/**
 * The failed vertex of a log that was cut at its head: the error block names it,
 * or it spoke last and the final error is that of a command. Gives all vertices.
 */
export function markFailed<Vertex extends ObservedVertex>(
  vertices: readonly Vertex[],
  ending: ObservedEnding,
): readonly (Vertex | ObservedVertex)[] {
  const { lastWords, failedName } = ending;
  const last = vertices.find(
    vertex => vertex === lastWords && !vertex.finished && !vertex.canceled,
  );
  const failed = vertices.filter(
    ({ error, canceled, name }) =>
      error !== undefined &&
      !canceled &&
      parseVertexName(name).role !== 'cache-import',
  );
  if (failed.length > 0) {
    // Terminals cut names; the block has them whole.
    const cut = failed.find(({ name }) => failedName?.startsWith(name));
    if (cut && failedName !== undefined) {
      cut.name = failedName;
    }
    return vertices;
  }
  if (failedName === undefined) {
    if (last && ofProcess.test(ending.finalError ?? '')) {
      fail(last);
    }
    return vertices;
  }
  const named = vertices.find(
    vertex =>
      vertex.name === failedName || (vertex === last && isNameless(vertex)),
  );
  if (named) {
    named.name = failedName;
    fail(named);
    return vertices;
  }
  const vertex = createVertex(freeId(vertices), failedName);
  vertex.started = true;
  fail(vertex);
  return [...vertices, vertex];
}
