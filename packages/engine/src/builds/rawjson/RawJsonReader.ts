/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { assembleBuild } from '../assembleBuild';
import { EndingReader } from '../EndingReader';
import { LogLine } from '../logLine';
import { LogReader } from '../logReader';
import { addWarning, createVertex, ObservedVertex } from '../observedBuild';
import { BuildRecord } from '../types';
import { parseVertexName } from '../vertexName';
import { Intervals } from './Intervals';
import { JsonObjectScanner, JsonPiece } from './JsonObjectScanner';
import { parseSolveStatus, SolveStatus, StatusVertex } from './solveStatus';

interface RawVertex extends ObservedVertex {
  intervals: Intervals;
  transfers: Intervals;
  members: Map<string, { cached: boolean; isClosed: boolean }>;
  partialLine: string;
}

const digitsOfSeconds = 3;

function toSeconds(milliseconds: number): number {
  return Number((milliseconds / 1000).toFixed(digitsOfSeconds));
}

/** Reads `--progress=rawjson`, and `buildx history logs --progress=rawjson`. */
export class RawJsonReader implements LogReader {
  readonly #scanner: JsonObjectScanner;
  readonly #endings = new EndingReader();
  readonly #mostSteps: number;
  readonly #vertices: RawVertex[] = [];
  readonly #byDigest = new Map<string, RawVertex>();
  readonly #byGroup = new Map<string, RawVertex>();
  #broken = 0;

  constructor(limits: { steps: number; objectLength: number }) {
    this.#mostSteps = limits.steps;
    this.#scanner = new JsonObjectScanner(limits.objectLength);
  }

  readLine(line: LogLine) {
    for (const piece of this.#scanner.pushLine(line.text)) {
      this.#readPiece(piece);
    }
  }

  finish(): BuildRecord[] {
    for (const piece of this.#scanner.finish()) {
      this.#readPiece(piece);
    }
    const { ending } = this.#endings;
    if (this.#broken > 0) {
      addWarning(
        ending.warnings,
        `${this.#broken} JSON objects could not be read`,
      );
    }
    let start = Infinity;
    let end = -Infinity;
    for (const { intervals } of this.#vertices) {
      start = Math.min(start, intervals.first ?? start);
      end = Math.max(end, intervals.last ?? end);
    }
    for (const vertex of this.#vertices) {
      this.#settle(vertex, start);
    }
    // The graph is sent in no order: tell steps as they started.
    this.#vertices.sort(
      (a, b) => (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity) || 0,
    );
    return [
      assembleBuild({
        format: 'buildkit-rawjson',
        vertices: this.#vertices,
        ending,
        seconds: end >= start ? toSeconds(end - start) : undefined,
      }),
    ];
  }

  #readPiece(piece: JsonPiece) {
    switch (piece.kind) {
      case 'text':
        if (piece.text !== '') {
          this.#endings.readText(piece.text, {
            isEarly: this.#vertices.length < 4,
          });
        }
        return;
      case 'broken':
        this.#broken++;
        return;
      case 'object': {
        const status = parseSolveStatus(piece.text);
        if (status) {
          this.#readStatus(status);
        } else {
          this.#broken++;
        }
        return;
      }
      default: {
        const unknown: never = piece;
        throw new Error(`unknown piece ${unknown}`);
      }
    }
  }

  #readStatus(status: SolveStatus) {
    for (const vertex of status.vertexes) {
      this.#readVertex(vertex);
    }
    for (const progress of status.statuses) {
      const vertex = this.#byDigest.get(progress.vertex);
      if (!vertex) {
        continue;
      }
      if (
        /^transferring context/.test(progress.id) &&
        /load build context|\[context /.test(vertex.name)
      ) {
        vertex.contextBytes = Math.max(
          vertex.contextBytes ?? 0,
          progress.current,
        );
      }
      if (
        progress.started !== undefined &&
        /^(?:sha256:|extracting |pulling |exporting |pushing |writing |sending |preparing |unpacking )/.test(
          progress.id,
        )
      ) {
        vertex.transfers.add(progress.started, progress.completed);
      }
    }
    for (const log of status.logs) {
      const vertex = this.#byDigest.get(log.vertex);
      if (vertex) {
        this.#readLog(vertex, log.data);
      }
    }
    for (const warning of status.warnings) {
      addWarning(this.#endings.ending.warnings, warning.slice(0, 300));
    }
  }

  #readVertex(status: StatusVertex) {
    const vertex = this.#find(status);
    if (!vertex) {
      return;
    }
    const member = vertex.members.get(status.digest) ?? {
      cached: false,
      isClosed: false,
    };
    vertex.members.set(status.digest, member);
    member.cached ||= status.cached;
    if (status.started !== undefined) {
      vertex.started = true;
      vertex.intervals.add(status.started, status.completed);
      member.isClosed = status.completed !== undefined;
    } else if (status.cached || status.error !== undefined) {
      vertex.started = true;
      member.isClosed = true;
    }
    if (status.error !== undefined) {
      vertex.error = status.error.slice(0, 4000);
      vertex.canceled = status.error.endsWith('context canceled');
    }
  }

  /** Members of a progress group are one step, as the printer shows them. */
  #find(status: StatusVertex): RawVertex | undefined {
    const known = this.#byDigest.get(status.digest);
    if (known) {
      return known;
    }
    const groupId = status.group?.id;
    const group = groupId ? this.#byGroup.get(groupId) : undefined;
    if (group) {
      this.#byDigest.set(status.digest, group);
      return group;
    }
    if (this.#byDigest.size >= this.#mostSteps) {
      addWarning(
        this.#endings.ending.warnings,
        `only the first ${this.#mostSteps} steps were read`,
      );
      return undefined;
    }
    const vertex: RawVertex = {
      ...createVertex(status.digest, status.group?.name ?? status.name),
      intervals: new Intervals(),
      transfers: new Intervals(),
      members: new Map(),
      partialLine: '',
    };
    this.#vertices.push(vertex);
    this.#byDigest.set(status.digest, vertex);
    if (groupId) {
      this.#byGroup.set(groupId, vertex);
    }
    return vertex;
  }

  #readLog(vertex: RawVertex, data: string) {
    const lines = (vertex.partialLine + data).split('\n');
    vertex.partialLine = (lines.pop() ?? '').slice(-4000);
    for (const line of lines) {
      vertex.lines.push(line.replace(/\r$/, ''));
    }
  }

  #settle(vertex: RawVertex, buildStart: number) {
    if (vertex.partialLine !== '') {
      vertex.lines.push(vertex.partialLine);
    }
    const members = [...vertex.members.values()];
    vertex.cached = members.length > 0 && members.every(({ cached }) => cached);
    // Members of a group that never start (lazy links) do not hold it open.
    vertex.finished =
      vertex.started &&
      members.some(({ isClosed }) => isClosed) &&
      (vertex.intervals.isEmpty || vertex.intervals.isClosed);
    const { first } = vertex.intervals;
    if (first === undefined) {
      return;
    }
    vertex.startedAt = toSeconds(first - buildStart);
    vertex.seconds = toSeconds(vertex.intervals.total());
    const { role } = parseVertexName(vertex.name);
    if (role === 'export' || role === 'cache-export' || vertex.cached) {
      vertex.transferSeconds = vertex.seconds;
    } else if (!vertex.transfers.isEmpty) {
      vertex.transferSeconds = toSeconds(vertex.transfers.total());
    }
  }
}
