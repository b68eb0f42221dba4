/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { assembleBuild } from '../assembleBuild';
import { EndingReader } from '../EndingReader';
import { addWarning, createVertex, ObservedVertex } from '../observedBuild';
import { parseByteSize } from '../parseByteSize';
import { BuildRecord } from '../types';

/** `[+] Building 12.3s (7/12) FINISHED` */
export interface TerminalTitle {
  seconds: number;
  finished: number;
  total: number;
  isFinished: boolean;
}

const vertexLine = /^ ?=> (?!=> )(CACHED |ERROR |CANCELED )?(.*)$/;
const statusLine = /^ ?=> => (.*)$/;
const rowTime = /(\s{1,40})(\d{1,7}(?:\.\d{1,3})?)s$/;
// Only the name's end is cut: what stands in brackets tells steps apart.
const place = /^\[[^\]]{0,200}\d\/\d{1,5}\] /;
const mostCut = 200;

/** One build as a terminal shows it, drawn over and over. */
export class TerminalBuild {
  readonly #vertices = new Map<string, ObservedVertex>();
  /** Names that fill the width, and may be the beginnings of longer ones. */
  readonly #cut = new Set<ObservedVertex>();
  readonly #endings = new EndingReader();
  readonly #mostSteps: number;
  #current: ObservedVertex | undefined;
  #drawing = new Set<ObservedVertex>();
  #title: TerminalTitle | undefined;

  constructor(mostSteps: number) {
    this.#mostSteps = mostSteps;
  }

  /** The clock of a build does not go back. */
  isOther(title: TerminalTitle): boolean {
    return this.#title !== undefined && title.seconds < this.#title.seconds;
  }

  readTitle(title: TerminalTitle) {
    this.#title = title;
    this.#drawing = new Set();
  }

  readText(text: string) {
    const status = statusLine.exec(text);
    if (status) {
      this.#readStatus(status[1].trimEnd());
      return;
    }
    const vertex = vertexLine.exec(text);
    if (vertex) {
      const [, mark, rest] = vertex;
      const row = rest.trimEnd();
      // Only the end of the row: the blanks before the time may be many.
      const time = rowTime.exec(row.slice(-60));
      const name = row.slice(0, row.length - (time?.[0].length ?? 0));
      this.#readVertex(mark?.trim(), name.trim(), {
        isCut: time?.[1].length === 1,
        seconds: time ? Number(time[2]) : undefined,
      });
      return;
    }
    if (text !== '') {
      this.#endings.readText(text, { isEarly: this.#vertices.size < 4 });
    }
  }

  finish(): BuildRecord {
    const { ending } = this.#endings;
    const title = this.#title;
    addWarning(
      ending.warnings,
      'a terminal display was captured: names are cut and times are of the last redraw; use --progress=plain or rawjson',
    );
    const vertices = [...this.#vertices.values()];
    const isOver =
      ending.finalError !== undefined ||
      vertices.some(({ error }) => error !== undefined) ||
      (title !== undefined &&
        (title.isFinished || title.finished === title.total));
    for (const vertex of vertices) {
      vertex.finished = isOver || !this.#drawing.has(vertex);
      if (vertex.error !== undefined && ending.loose.count > 0) {
        // The block below the display has the lines whole, and in order.
        vertex.lines.clear();
      }
    }
    ending.ended ||= title?.isFinished ?? false;
    return assembleBuild({
      format: 'buildkit-plain',
      vertices,
      ending,
      seconds: title?.seconds,
    });
  }

  #readVertex(
    mark: string | undefined,
    name: string,
    row: { isCut: boolean; seconds: number | undefined },
  ) {
    const vertex = name === '' ? undefined : this.#find(name, row.isCut);
    if (!vertex) {
      return;
    }
    this.#current = vertex;
    this.#drawing.add(vertex);
    vertex.cached ||= mark === 'CACHED';
    vertex.canceled = mark === 'CANCELED';
    if (mark === 'ERROR') {
      vertex.error = '';
    }
    if (row.seconds !== undefined && !vertex.cached) {
      vertex.seconds = row.seconds;
    }
  }

  /**
   * A name is cut shorter when its time takes another digit, or when a mark
   * comes before it.
   */
  #find(name: string, isCut: boolean): ObservedVertex | undefined {
    const key = place.exec(name)?.[0] ?? name;
    const known = this.#vertices.get(key) ?? this.#findCut(name, isCut);
    if (known) {
      if (name.length > known.name.length) {
        known.name = name;
      }
      return known;
    }
    if (this.#vertices.size >= this.#mostSteps) {
      return undefined;
    }
    const vertex = createVertex(`#${this.#vertices.size + 1}`, name);
    vertex.started = true;
    this.#vertices.set(key, vertex);
    if (isCut && key === name && this.#cut.size < mostCut) {
      this.#cut.add(vertex);
    }
    return vertex;
  }

  #findCut(name: string, isCut: boolean): ObservedVertex | undefined {
    for (const vertex of this.#cut) {
      if (
        name.startsWith(vertex.name) ||
        (isCut && vertex.name.startsWith(name))
      ) {
        return vertex;
      }
    }
    return undefined;
  }

  #readStatus(text: string) {
    const vertex = this.#current;
    if (!vertex) {
      return;
    }
    if (text.startsWith('#')) {
      vertex.lines.push(text.slice(2));
      return;
    }
    const context = /^transferring context: (\S+)/.exec(text);
    if (context && vertex.name.includes('load build context')) {
      vertex.contextBytes = parseByteSize(context[1]) ?? vertex.contextBytes;
    }
  }
}
