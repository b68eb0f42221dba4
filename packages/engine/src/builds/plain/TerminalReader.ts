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
import { parseByteSize } from '../parseByteSize';

const head = /^\[\+\] Building (\d+(?:\.\d+)?)s \((\d+)\/(\d+)\)(.*)$/;
const vertexLine =
  /^ ?=> (?!=> )(CACHED |ERROR |CANCELED )?(.*?)(?:\s+(\d+(?:\.\d+)?)s)?\s*$/;
const statusLine = /^ ?=> => (.*?)(?:\s+(\d+(?:\.\d+)?)s)?\s*$/;

/**
 * Best effort for the progress display of terminals, captured to a file: it is
 * redrawn over and over and its names are cut at the width of the terminal. The
 * last drawing of each name wins.
 */
export class TerminalReader implements LogReader {
  readonly #vertices = new Map<string, ObservedVertex>();
  readonly #endings = new EndingReader();
  readonly #mostSteps: number;
  #current: ObservedVertex | undefined;
  #drawing: ObservedVertex[] = [];
  #counts: { finished: number; total: number } | undefined;
  #isFinished = false;
  #seconds: number | undefined;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
  }

  readLine(line: LogLine) {
    const { text } = line;
    const title = head.exec(text);
    if (title) {
      this.#seconds = Number(title[1]);
      this.#counts = { finished: Number(title[2]), total: Number(title[3]) };
      this.#isFinished = /\bFINISHED\b/.test(title[4]);
      this.#drawing = [];
      return;
    }
    const status = statusLine.exec(text);
    if (status) {
      this.#readStatus(status[1]);
      return;
    }
    const vertex = vertexLine.exec(text);
    if (vertex) {
      this.#readVertex(vertex[1]?.trim(), vertex[2].trim(), vertex[3]);
      return;
    }
    if (text !== '') {
      this.#endings.readText(text, { isEarly: this.#vertices.size < 4 });
    }
  }

  finish(): BuildRecord[] {
    const { ending } = this.#endings;
    addWarning(
      ending.warnings,
      'a terminal display was captured: names are cut and times are of the last redraw; use --progress=plain or rawjson',
    );
    const isOver =
      this.#isFinished ||
      ending.finalError !== undefined ||
      [...this.#vertices.values()].some(v => v.error !== undefined) ||
      (this.#counts !== undefined &&
        this.#counts.finished === this.#counts.total);
    for (const vertex of this.#vertices.values()) {
      vertex.finished = isOver || !this.#drawing.includes(vertex);
    }
    ending.ended ||= this.#isFinished;
    return [
      assembleBuild({
        format: 'buildkit-plain',
        vertices: [...this.#vertices.values()],
        ending,
        seconds: this.#seconds,
      }),
    ];
  }

  #readVertex(
    mark: string | undefined,
    name: string,
    seconds: string | undefined,
  ) {
    if (name === '') {
      return;
    }
    let vertex = this.#vertices.get(name);
    if (!vertex) {
      if (this.#vertices.size >= this.#mostSteps) {
        return;
      }
      vertex = createVertex(`#${this.#vertices.size + 1}`, name);
      vertex.started = true;
      this.#vertices.set(name, vertex);
    }
    this.#current = vertex;
    if (!this.#drawing.includes(vertex) && this.#drawing.length < 200) {
      this.#drawing.push(vertex);
    }
    vertex.cached ||= mark === 'CACHED';
    vertex.canceled = mark === 'CANCELED';
    if (mark === 'ERROR') {
      vertex.error = '';
    }
    if (seconds !== undefined && !vertex.cached) {
      vertex.seconds = Number(seconds);
    }
  }

  #readStatus(text: string) {
    const vertex = this.#current;
    if (!vertex) {
      return;
    }
    if (text.startsWith('# ')) {
      vertex.lines.push(text.slice(2));
      return;
    }
    const context = /^transferring context: (\S+)/.exec(text);
    if (context && vertex.name.includes('load build context')) {
      vertex.contextBytes = parseByteSize(context[1]) ?? vertex.contextBytes;
    }
  }
}
