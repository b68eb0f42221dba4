/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Span } from '../span';
import { TextSegment } from './types';

/** A text that was put together from pieces of a file. */
export interface MappedText {
  text: string;
  map: readonly TextSegment[];
}

/** Collects pieces of a file into a {@link MappedText}. */
export class MappedTextBuilder {
  readonly #source: string;
  readonly #pieces: string[] = [];
  readonly #map: TextSegment[] = [];
  #length = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Appends `source.slice(start, end)`. */
  addSource(start: number, end: number): void {
    if (end <= start) {
      return;
    }
    this.#pieces.push(this.#source.slice(start, end));
    this.#append(start, end - start);
  }

  /**
   * Appends text that the file does not hold in this form, such as a decoded
   * escape; it is mapped to `start`, as far as it goes.
   */
  addDecoded(text: string, start: number): void {
    for (let index = 0; index < text.length; index++) {
      this.#map.push({ text: this.#length + index, source: start, length: 1 });
    }
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** The text; if there is none, `origin` is where it would be. */
  build(origin?: number): MappedText {
    if (this.#map.length === 0 && origin !== undefined) {
      return { text: '', map: [{ text: 0, source: origin, length: 0 }] };
    }
    return { text: this.#pieces.join(''), map: this.#map };
  }

  #append(source: number, length: number): void {
    const last = this.#map[this.#map.length - 1];
    if (last && last.source + last.length === source) {
      last.length += length;
    } else {
      this.#map.push({ text: this.#length, source, length });
    }
    this.#length += length;
  }
}

/**
 * The file offset of a text offset. An offset at the end of the text maps to
 * the end of the last segment; an empty map gives `undefined`.
 */
export function mapOffset(
  map: readonly TextSegment[],
  offset: number,
): number | undefined {
  const segment = map[findSegment(map, offset)];
  if (!segment) {
    return undefined;
  }
  const distance = Math.min(Math.max(offset - segment.text, 0), segment.length);
  return segment.source + distance;
}

/**
 * The span in the file of the text range `[start, end)`: from its first to its
 * last character, so that it never runs over a line continuation behind it.
 */
export function mapSpan(
  map: readonly TextSegment[],
  start: number,
  end: number,
): Span {
  const from = mapOffset(map, start) ?? 0;
  if (end <= start) {
    return { start: from, end: from };
  }
  const last = mapOffset(map, end - 1) ?? from;
  return { start: from, end: Math.max(from, last + 1) };
}

/** The part `[start, end)` of a mapped text. */
export function sliceMapped(
  mapped: MappedText,
  start: number,
  end: number,
): MappedText {
  return joinMapped(mapped, [{ start, end }]);
}

/** The given parts of a mapped text, one behind the other. */
export function joinMapped(
  mapped: MappedText,
  parts: readonly Span[],
): MappedText {
  const map: TextSegment[] = [];
  const pieces: string[] = [];
  let length = 0;
  for (const { start, end } of parts) {
    for (
      let index = findSegment(mapped.map, start);
      index < mapped.map.length && mapped.map[index].text < end;
      index++
    ) {
      const segment = mapped.map[index];
      const from = Math.max(segment.text, start);
      const to = Math.min(segment.text + segment.length, end);
      if (from < to) {
        map.push({
          text: length + from - start,
          source: segment.source + (from - segment.text),
          length: to - from,
        });
      }
    }
    pieces.push(mapped.text.slice(start, end));
    length += Math.max(end - start, 0);
  }
  return { text: pieces.join(''), map };
}

/** Index of the last segment that begins at or before an offset, at least 0. */
function findSegment(map: readonly TextSegment[], offset: number): number {
  let low = 0;
  let high = map.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (map[middle].text <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return Math.max(low - 1, 0);
}
