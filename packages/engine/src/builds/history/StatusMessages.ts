/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { SolveBuild, StatusProgress, StatusVertex } from '../solve';
import { KnownTexts } from './KnownTexts';
import { MessageReader } from './MessageReader';

const decoder = new TextDecoder();
const lengthSize = 4;
const newline = 10;
const hash = 35;
const lowerG = 103;

function textOf(reader: MessageReader): string {
  return decoder.decode(reader.content());
}

/** google.protobuf.Timestamp: seconds 1, nanos 2. As milliseconds. */
function timeOf(fields: MessageReader): number {
  let time = 0;
  while (fields.next()) {
    if (fields.field === 1) {
      time += fields.value * 1000;
    } else if (fields.field === 2) {
      time += fields.value / 1e6;
    }
  }
  return time;
}

/** pb.ProgressGroup: id 1, name 2. */
function groupOf(reader: MessageReader): StatusVertex['group'] {
  const fields = reader.open();
  const group = { id: '', name: undefined as string | undefined };
  while (fields.next()) {
    if (fields.field === 1) {
      group.id = textOf(fields);
    } else if (fields.field === 2) {
      group.name = textOf(fields) || undefined;
    }
  }
  return group.id === '' ? undefined : group;
}

/**
 * Vertex: digest 1, name 3, cached 4, started 5, completed 6, error 7,
 * progressGroup 8.
 */
function vertexOf(reader: MessageReader): StatusVertex {
  const fields = reader.open();
  const vertex: StatusVertex = { digest: '', name: '', cached: false };
  while (fields.next()) {
    switch (fields.field) {
      case 1:
        vertex.digest = textOf(fields);
        break;
      case 3:
        vertex.name = textOf(fields);
        break;
      case 4:
        vertex.cached = fields.value !== 0;
        break;
      case 5:
        vertex.started = timeOf(fields.open());
        break;
      case 6:
        vertex.completed = timeOf(fields.open());
        break;
      case 7:
        vertex.error = textOf(fields) || undefined;
        break;
      case 8:
        vertex.group = groupOf(fields);
        break;
      default:
    }
  }
  return vertex;
}

/** VertexStatus: ID 1, vertex 2, current 4, started 7, completed 8. */
function progressOf(reader: MessageReader): StatusProgress {
  const fields = reader.open();
  const progress: StatusProgress = { vertex: '', id: '', current: 0 };
  while (fields.next()) {
    switch (fields.field) {
      case 1:
        progress.id = textOf(fields);
        break;
      case 2:
        progress.vertex = textOf(fields);
        break;
      case 4:
        progress.current = fields.value;
        break;
      case 7:
        progress.started = timeOf(fields.open());
        break;
      case 8:
        progress.completed = timeOf(fields.open());
        break;
      default:
    }
  }
  return progress;
}

/** VertexWarning: short 3. */
function warningOf(reader: MessageReader): string {
  const fields = reader.open();
  let warning = '';
  while (fields.next()) {
    if (fields.field === 3) {
      warning = textOf(fields);
    }
  }
  return warning;
}

/** Whether a line starts as those do that tell of downloads. */
function mayTellDownloads(output: Uint8Array): boolean {
  for (let start = 0; start < output.length; ) {
    if (output[start] === lowerG || output[start] === hash) {
      return true;
    }
    const end = output.indexOf(newline, start);
    if (end < 0) {
      return false;
    }
    start = end + 1;
  }
  return false;
}

/**
 * The status messages of a history record: each is a length of four bytes,
 * little endian, and a moby.buildkit.v1.StatusResponse with vertexes 1,
 * statuses 2, logs 3 and warnings 4.
 * https://github.com/moby/buildkit/blob/master/api/services/control/control.proto
 * https://github.com/moby/buildkit/blob/master/solver/llbsolver/history.go (ImportStatus)
 */
export class StatusMessages {
  readonly #bytes: Uint8Array;
  #isDamaged = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Whether something in them was cut off or is no such message. */
  get isDamaged(): boolean {
    return this.#isDamaged;
  }

  /** Reads all but the output of the steps, which is most of the bytes. */
  readGraph(build: SolveBuild) {
    for (const message of this.#messages()) {
      while (message.next()) {
        switch (message.field) {
          case 1:
            build.readVertex(vertexOf(message));
            break;
          case 2:
            build.readProgress(progressOf(message));
            break;
          case 4:
            build.readWarning(warningOf(message));
            break;
          default:
        }
      }
      this.#isDamaged ||= message.isBroken;
    }
  }

  /**
   * Reads the output of some steps, and what that of all RUN instructions tells
   * of downloads. VertexLog: vertex 1, timestamp 2, msg 4.
   */
  readOutput(build: SolveBuild, digests: ReadonlySet<string>) {
    const runs = build.findRuns();
    if (digests.size === 0 && runs.size === 0) {
      return;
    }
    const names = new KnownTexts(this.#bytes);
    for (const message of this.#messages()) {
      while (message.next()) {
        if (message.field !== 3) {
          continue;
        }
        const log = message.open();
        const time = { start: 0, end: 0 };
        let vertex = '';
        while (log.next()) {
          if (log.field === 1) {
            vertex = names.at(log.start, log.end);
          } else if (log.field === 2) {
            time.start = log.start;
            time.end = log.end;
          } else if (log.field === 4 && digests.has(vertex)) {
            const data = textOf(log);
            build.readLog({ vertex, time: this.#timeAt(time), data });
          } else if (
            log.field === 4 &&
            runs.has(vertex) &&
            mayTellDownloads(log.content())
          ) {
            const data = textOf(log);
            build.readDownloads({ vertex, time: this.#timeAt(time), data });
          }
        }
      }
    }
  }

  #timeAt({ start, end }: { start: number; end: number }): number | undefined {
    return end > start
      ? timeOf(new MessageReader(this.#bytes, start, end))
      : undefined;
  }

  *#messages(): Iterable<MessageReader> {
    const { length } = this.#bytes;
    const view = new DataView(
      this.#bytes.buffer,
      this.#bytes.byteOffset,
      length,
    );
    let position = 0;
    while (position + lengthSize <= length) {
      const start = position + lengthSize;
      position = start + view.getUint32(position, true);
      yield new MessageReader(this.#bytes, start, Math.min(position, length));
    }
    this.#isDamaged ||= position !== length;
  }
}
