/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { assembleBuild } from '../assembleBuild';
import { DownloadLines, isDownloadLine } from '../DownloadLines';
import {
  addWarning,
  createVertex,
  ObservedEnding,
  ObservedVertex,
} from '../observedBuild';
import {
  BuildCounts,
  BuildLogFormat,
  BuildOutcome,
  BuildRecord,
} from '../types';
import { parseVertexName } from '../vertexName';
import { Intervals } from './Intervals';
import {
  SolveStatus,
  StatusLog,
  StatusProgress,
  StatusVertex,
} from './solveStatus';

interface SolveMember {
  cached: boolean;
  completed: boolean;
  isClosed: boolean;
}

interface SolveVertex extends ObservedVertex {
  intervals: Intervals;
  transfers: Intervals;
  members: Map<string, SolveMember>;
  partialLine: string;
  downloadLines: DownloadLines;
}

const digitsOfSeconds = 3;

function toSeconds(milliseconds: number): number {
  return Number((milliseconds / 1000).toFixed(digitsOfSeconds));
}

/**
 * One build of the status messages that BuildKit sends while it solves. They
 * tell each vertex many times: first without `started`, then with it, then
 * with `completed`, and again for each further interval.
 * https://github.com/moby/buildkit/blob/master/client/graph.go
 */
export class SolveBuild {
  readonly #ending: ObservedEnding;
  readonly #mostSteps: number;
  readonly #vertices: SolveVertex[] = [];
  readonly #byDigest = new Map<string, SolveVertex>();
  readonly #byGroup = new Map<string, SolveVertex>();

  constructor(options: { ending: ObservedEnding; mostSteps: number }) {
    this.#ending = options.ending;
    this.#mostSteps = options.mostSteps;
  }

  /** How many steps were told so far. */
  get size(): number {
    return this.#vertices.length;
  }

  /** As BuildKit's history counts: each digest is one, whatever it stands for. */
  get counts(): BuildCounts {
    const members = this.#vertices.flatMap(vertex => [
      ...vertex.members.values(),
    ]);
    return {
      total: members.length,
      completed: members.filter(({ completed }) => completed).length,
      cached: members.filter(({ cached }) => cached).length,
    };
  }

  read(status: SolveStatus) {
    for (const vertex of status.vertexes) {
      this.readVertex(vertex);
    }
    for (const progress of status.statuses) {
      this.readProgress(progress);
    }
    for (const log of status.logs) {
      this.readLog(log);
    }
    for (const warning of status.warnings) {
      this.readWarning(warning);
    }
  }

  readWarning(warning: string) {
    if (warning !== '') {
      addWarning(this.#ending.warnings, warning.slice(0, 300));
    }
  }

  readLog(log: StatusLog) {
    const vertex = this.#byDigest.get(log.vertex);
    if (!vertex) {
      return;
    }
    const lines = (vertex.partialLine + log.data).split('\n');
    vertex.partialLine = (lines.pop() ?? '').slice(-4000);
    const seconds = log.time === undefined ? undefined : log.time / 1000;
    for (const line of lines) {
      vertex.lines.push(line.replace(/\r$/, ''));
      if (isDownloadLine(line, 0)) {
        vertex.downloadLines.add(line, seconds);
      }
    }
  }

  /** Takes of the output of a RUN only what tells of downloads. */
  readDownloads({ vertex: digest, data, time }: StatusLog) {
    this.#byDigest
      .get(digest)
      ?.downloadLines.addFrom(data, time === undefined ? time : time / 1000);
  }

  /** Digests of the RUN instructions. */
  findRuns(): Set<string> {
    const runs = new Set<string>();
    for (const [digest, { name }] of this.#byDigest) {
      if (parseVertexName(name).instruction === 'RUN') {
        runs.add(digest);
      }
    }
    return runs;
  }

  /** Digests of vertices that failed or did not end: their output may say why. */
  findTroubled(): Set<string> {
    const troubled = new Set<string>();
    for (const [digest, vertex] of this.#byDigest) {
      const isOpen = vertex.started && !isFinished(vertex);
      if (vertex.error !== undefined || isOpen) {
        troubled.add(digest);
      }
    }
    return troubled;
  }

  /** Outcome, start and end are those of the build's record, if there is one. */
  assemble(options: {
    format: BuildLogFormat;
    outcome?: BuildOutcome;
    start?: number;
    end?: number;
  }): BuildRecord {
    let first = Infinity;
    let last = -Infinity;
    for (const { intervals } of this.#vertices) {
      first = Math.min(first, intervals.first ?? first);
      last = Math.max(last, intervals.last ?? last);
    }
    const { start = first, end = last } = options;
    for (const vertex of this.#vertices) {
      this.#settle(vertex, start);
    }
    // The graph is sent in no order: tell steps as they started.
    this.#vertices.sort(
      (a, b) => (a.startedAt ?? Infinity) - (b.startedAt ?? Infinity) || 0,
    );
    return assembleBuild({
      format: options.format,
      outcome: options.outcome,
      vertices: this.#vertices,
      ending: this.#ending,
      seconds: end >= start ? toSeconds(end - start) : undefined,
    });
  }

  readProgress(progress: StatusProgress) {
    const vertex = this.#byDigest.get(progress.vertex);
    if (!vertex) {
      return;
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

  readVertex(status: StatusVertex) {
    const vertex = this.#find(status);
    if (!vertex) {
      return;
    }
    const member = vertex.members.get(status.digest) ?? {
      cached: false,
      completed: false,
      isClosed: false,
    };
    vertex.members.set(status.digest, member);
    member.cached ||= status.cached;
    member.completed ||= status.completed !== undefined;
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
  #find(status: StatusVertex): SolveVertex | undefined {
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
        this.#ending.warnings,
        `only the first ${this.#mostSteps} steps were read`,
      );
      return undefined;
    }
    const vertex: SolveVertex = {
      ...createVertex(status.digest, status.group?.name ?? status.name),
      intervals: new Intervals(),
      transfers: new Intervals(),
      members: new Map(),
      partialLine: '',
      downloadLines: new DownloadLines(),
    };
    this.#vertices.push(vertex);
    this.#byDigest.set(status.digest, vertex);
    if (groupId) {
      this.#byGroup.set(groupId, vertex);
    }
    return vertex;
  }

  #settle(vertex: SolveVertex, buildStart: number) {
    if (vertex.partialLine !== '') {
      vertex.lines.push(vertex.partialLine);
    }
    const members = [...vertex.members.values()];
    vertex.cached = members.length > 0 && members.every(({ cached }) => cached);
    vertex.finished = isFinished(vertex);
    const { first } = vertex.intervals;
    if (first === undefined) {
      return;
    }
    vertex.downloads = vertex.downloadLines.describe(first / 1000);
    vertex.startedAt = toSeconds(Math.max(0, first - buildStart));
    vertex.seconds = toSeconds(vertex.intervals.total());
    const { role } = parseVertexName(vertex.name);
    if (role === 'export' || role === 'cache-export' || vertex.cached) {
      vertex.transferSeconds = vertex.seconds;
    } else if (!vertex.transfers.isEmpty) {
      vertex.transferSeconds = toSeconds(vertex.transfers.total());
    }
  }
}

/** Members of a group that never start (lazy links) do not hold it open. */
function isFinished({ started, members, intervals }: SolveVertex): boolean {
  return (
    started &&
    [...members.values()].some(({ isClosed }) => isClosed) &&
    (intervals.isEmpty || intervals.isClosed)
  );
}
