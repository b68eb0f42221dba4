/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { assembleBuild } from '../assembleBuild';
import { detach } from '../detach';
import { EndingReader } from '../EndingReader';
import { LinePlace } from '../ExcerptLines';
import { LogLine } from '../logLine';
import { DownloadLines, isDownloadLine } from '../DownloadLines';
import { addWarning, createVertex, ObservedVertex } from '../observedBuild';
import { BuilderInstance, BuildRecord } from '../types';
import { parseVertexName } from '../vertexName';
import { parseByteSize } from '../parseByteSize';
import { OutputLine } from './OutputLine';
import { readBuilderInstance } from './readBuilderInstance';

interface PlainVertex extends ObservedVertex {
  /** Layers were pulled or extracted inside the vertex. */
  hasTransfer: boolean;
  hasExtraction: boolean;
  downloadLines: DownloadLines;
}

const done = /^DONE(?: (\d+(?:\.\d+)?)s)?$/;
const logText = /^(\d{1,9}\.\d{1,3})(?: (.*))?$/;
const layerStatus =
  /^(sha256:[0-9a-f]{64} .*|extracting sha256:[0-9a-f]{64}.*|pulling .*)$/;
// Docker 20.10 prints the digest of the vertex itself below its header.
const vertexDigest = /^sha256:[0-9a-f]{64}$/;
const contextStatus =
  /^transferring context: (\d[\d.]*[kKMGT]?B)(?: \/ \S+)?(?: |$)/;
// What can be the first line of a vertex only when the log's head is missing.
const notHeader =
  /^(?:DONE(?: |$)|CACHED$|CANCELED$|ERROR: |WARN: |\.\.\.$|\d{1,9}\.\d{1,3}(?: |$)|sha256:|extracting sha256:|transferring )/;

/** No vertex has this number. */
const nobody = -1;

/** One build of a plain log. */
export class PlainBuild {
  readonly #vertices: PlainVertex[] = [];
  readonly #byNumber = new Map<number, PlainVertex>();
  readonly #endings = new EndingReader();
  readonly #mostSteps: number;
  #highest = 0;
  #writer: PlainVertex | undefined;
  #writerNumber = nobody;
  #builder: BuilderInstance | undefined;
  /** The header that an unprefixed line may continue (narrow consoles). */
  #header: { vertex: PlainVertex; length: number } | undefined;
  #longestLine = 0;
  #firstTime: number | undefined;
  #lastTime: number | undefined;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
  }

  get isEmpty(): boolean {
    return this.#vertices.length === 0 && !this.#endings.hasEnded;
  }

  /** `buildx create --bootstrap` prints a vertex of its own and builds nothing. */
  get isBootOnly(): boolean {
    return (
      !this.#endings.hasEnded &&
      this.#vertices.every(({ name }) => name.endsWith('booting buildkit'))
    );
  }

  /** Whether a line `#number text` can only come from another build. */
  isOther(number: number, text: string): boolean {
    if (this.isEmpty) {
      return false;
    }
    if (number === 0) {
      return /^building with /.test(text) && this.#vertices.length > 0;
    }
    if (number !== 1) {
      return false;
    }
    const first = this.#byNumber.get(1);
    if (!first) {
      return this.#endings.hasEnded;
    }
    if (!first.finished || notHeader.test(text)) {
      return false;
    }
    return text === first.name
      ? this.#endings.hasEnded || this.#highest > 3
      : /^(?:\[|resolve image|docker-image)/.test(text);
  }

  readVertexLine(number: number, text: string, line: LogLine) {
    this.#stamp(line.time);
    this.#header = undefined;
    this.#longestLine = Math.max(this.#longestLine, line.text.length);
    if (number === 0) {
      this.#builder ??= readBuilderInstance(text);
      // BuildKit 0.9 to 0.11 repeat log lines as `#0 12.3 text` below an error.
      const repeated = logText.exec(text)?.[2];
      if (repeated !== undefined) {
        this.#endings.readText(repeated, { isEarly: false });
      }
      return;
    }
    const known = this.#byNumber.get(number);
    if (!known && this.#endings.isInBlock && logText.test(text)) {
      // Versions up to 0.9 repeat log lines there with their number.
      this.#endings.readText(logText.exec(text)?.[2] ?? '', { isEarly: false });
      return;
    }
    if (!known) {
      this.#open(number, text, line);
      return;
    }
    if (text === known.name) {
      this.#header = { vertex: known, length: line.text.length };
      return;
    }
    if (
      known.finished &&
      /^\[[^\]]{1,200}\] \S/.test(text) &&
      parseVertexName(text).role === 'step'
    ) {
      // The number of a finished vertex with another name: a second build that
      // writes to the same log.
      this.#open(number, text, line);
      return;
    }
    this.#readStatus(known, text);
  }

  /**
   * Takes a line of output of a vertex that is known, as `readVertexLine` does
   * with a line in which it finds some. False where it is not known.
   */
  readOutput(text: string, line: OutputLine): boolean {
    // The printer stays with a vertex for some lines.
    if (line.number !== this.#writerNumber) {
      this.#writer = this.#byNumber.get(line.number);
      this.#writerNumber = line.number;
    }
    if (!this.#writer) {
      return false;
    }
    this.#header = undefined;
    this.#stamp(line.time);
    this.#longestLine = Math.max(this.#longestLine, line.end - line.textStart);
    this.#write(this.#writer, text, line);
    if (isDownloadLine(text, line.outputStart)) {
      this.#writer.downloadLines.add(
        text.slice(line.outputStart, line.end),
        line.seconds,
      );
    }
    return true;
  }

  readText(line: LogLine) {
    const header = this.#header;
    this.#header = undefined;
    const { text } = line;
    if (
      header &&
      text !== '' &&
      header.length === this.#longestLine &&
      text.length <= header.length &&
      !/^(?:ERROR|error|-{6})/.test(text)
    ) {
      header.vertex.name += text;
      this.#header = { vertex: header.vertex, length: text.length };
      if (text.length < this.#longestLine) {
        this.#header = undefined;
      }
      return;
    }
    if (text !== '') {
      this.#endings.readText(text, { isEarly: this.#highest < 4 });
    }
  }

  finish(): BuildRecord {
    for (const vertex of this.#vertices) {
      this.#settle(vertex);
    }
    const seconds =
      this.#firstTime !== undefined && this.#lastTime !== undefined
        ? (this.#lastTime - this.#firstTime) / 1000
        : undefined;
    const record = assembleBuild({
      format: 'buildkit-plain',
      vertices: this.#vertices,
      ending: this.#endings.ending,
      seconds: seconds !== undefined && seconds >= 0 ? seconds : undefined,
    });
    return this.#builder ? { ...record, builder: this.#builder } : record;
  }

  #open(number: number, text: string, line: LogLine) {
    if (this.#vertices.length >= this.#mostSteps) {
      addWarning(
        this.#endings.ending.warnings,
        `only the first ${this.#mostSteps} steps were read`,
      );
      return;
    }
    const isHeader = !notHeader.test(text);
    const vertex: PlainVertex = {
      ...createVertex(`#${number}`, isHeader ? detach(text) : `#${number}`),
      started: true,
      hasTransfer: false,
      hasExtraction: false,
      downloadLines: new DownloadLines(),
    };
    this.#vertices.push(vertex);
    this.#byNumber.set(number, vertex);
    this.#writerNumber = nobody;
    this.#highest = Math.max(this.#highest, number);
    if (isHeader) {
      this.#header = { vertex, length: line.text.length };
    } else {
      this.#readStatus(vertex, text);
    }
  }

  #readStatus(vertex: PlainVertex, text: string) {
    const log = logText.exec(text);
    if (log) {
      const output = log[2] ?? '';
      this.#write(vertex, output, {
        start: 0,
        end: output.length,
        outputStart: 0,
      });
      if (isDownloadLine(output, 0)) {
        vertex.downloadLines.add(output, Number(log[1]));
      }
      return;
    }
    if (text === 'CACHED') {
      vertex.cached = true;
      vertex.finished = true;
      vertex.lines.clear();
      return;
    }
    if (text === 'CANCELED') {
      vertex.canceled = true;
      vertex.finished = true;
      return;
    }
    const end = done.exec(text);
    if (end) {
      vertex.finished = true;
      vertex.lines.clear();
      if (end[1] !== undefined) {
        vertex.seconds = Number(end[1]);
      }
      return;
    }
    if (text.startsWith('ERROR: ')) {
      vertex.finished = true;
      vertex.error = text.slice('ERROR: '.length, 4000);
      vertex.canceled = vertex.error.endsWith('context canceled');
      return;
    }
    if (text.startsWith('WARN: ')) {
      addWarning(
        this.#endings.ending.warnings,
        text.slice('WARN: '.length, 300),
      );
      return;
    }
    if (vertexDigest.test(text) || text === '...' || text === '') {
      return;
    }
    const context = contextStatus.exec(text);
    if (context) {
      if (/load build context|\[context /.test(vertex.name)) {
        vertex.contextBytes = parseByteSize(context[1]) ?? vertex.contextBytes;
      }
      return;
    }
    if (layerStatus.test(text)) {
      vertex.hasTransfer = true;
      vertex.hasExtraction ||= text.startsWith('extracting');
    }
  }

  #write(vertex: PlainVertex, text: string, place: LinePlace) {
    vertex.finished = false;
    vertex.lines.pushLater(text, place);
    this.#endings.ending.lastWords = vertex;
  }

  /** Books transfer, and infers hits that the printer did not print. */
  #settle(vertex: PlainVertex) {
    const { role, instruction } = parseVertexName(vertex.name);
    vertex.downloads = vertex.downloadLines.describe();
    if (role === 'export' || role === 'cache-export') {
      vertex.transferSeconds = vertex.seconds;
      return;
    }
    if (!vertex.hasTransfer || vertex.seconds === undefined) {
      return;
    }
    if (instruction === 'FROM' || vertex.cached) {
      vertex.transferSeconds = vertex.seconds;
      return;
    }
    // A step restored from a registry cache prints its layers and DONE, never
    // CACHED, where rawjson says `cached: true` for the same vertex.
    if (
      role === 'step' &&
      vertex.hasExtraction &&
      vertex.lines.count === 0 &&
      vertex.error === undefined &&
      vertex.finished &&
      !vertex.canceled
    ) {
      vertex.inferred = true;
      vertex.transferSeconds = vertex.seconds;
    }
  }

  #stamp(time: number | undefined) {
    if (time === undefined) {
      return;
    }
    this.#firstTime ??= time;
    // A clock without date starts again at midnight.
    const day = 24 * 3600 * 1000;
    this.#lastTime = time < this.#firstTime && time < day ? time + day : time;
  }
}
