/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
} from 'yaml';
import type { Document } from 'yaml';
import { Span } from '../span';

/**
 * A value of a YAML file. All scalars are text: `no-cache: true` and
 * `no-cache: "true"` say the same to the tools that read such files.
 */
export type YamlValue = YamlText | YamlList | YamlMap;

export interface YamlText {
  kind: 'text';
  /** The line that it starts in, from 1. */
  line: number;
  text: string;
  /** The line of the text's first line, where each line of it is one of the file. */
  firstLine?: number;
  /** GitLab's `!reference`, and other tags whose meaning is not read here. */
  tagged?: boolean;
  /** Where it stands, with its quotes or the mark of a block. */
  span: Span;
}

export interface YamlList {
  kind: 'list';
  line: number;
  items: YamlValue[];
  tagged?: boolean;
  span: Span;
}

export interface YamlMap {
  kind: 'map';
  line: number;
  entries: Map<string, YamlValue>;
  span: Span;
  /** Where the keys stand that are the map's own, not merged into it. */
  keys: ReadonlyMap<string, Span>;
  /** Whether it is written in braces. */
  flow: boolean;
}

/** Bounds of one file; far above what real ones have. */
const MAXIMUM_LENGTH = 512 * 1024;
const MAXIMUM_VALUES = 50_000;
const MAXIMUM_DEPTH = 64;

class DocumentReader {
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #anchors = new Map<string, YamlValue>();
  #left = MAXIMUM_VALUES;

  constructor(document: Document, lines: LineCounter) {
    this.#document = document;
    this.#lines = lines;
  }

  read(): YamlValue | undefined {
    return this.#read(this.#document.contents, MAXIMUM_DEPTH);
  }

  #read(node: unknown, depth: number): YamlValue | undefined {
    if (this.#left <= 0 || depth <= 0) {
      return undefined;
    }
    this.#left--;
    // An alias within its own anchor finds nothing, as it is not read yet.
    if (isAlias(node)) {
      return this.#anchors.get(node.source);
    }
    const value = this.#readNode(node, depth);
    if (value && (isMap(node) || isSeq(node) || isScalar(node))) {
      if (node.anchor) {
        this.#anchors.set(node.anchor, value);
      }
    }
    return value;
  }

  #readNode(node: unknown, depth: number): YamlValue | undefined {
    if (isScalar(node)) {
      const line = this.#lineOf(node.range?.[0]);
      const { type } = node;
      const text = String(node.value ?? '');
      return {
        kind: 'text',
        line,
        text,
        span: spanOf(node),
        ...(type === 'BLOCK_LITERAL'
          ? { firstLine: line + 1 }
          : !text.includes('\n') && { firstLine: line }),
        ...(isForeign(node.tag) && { tagged: true }),
      };
    }
    if (isSeq(node)) {
      const items = node.items.flatMap(
        item => this.#read(item, depth - 1) ?? [],
      );
      return {
        kind: 'list',
        line: this.#lineOf(node.range?.[0]),
        items,
        span: spanOf(node),
        ...(isForeign(node.tag) && { tagged: true }),
      };
    }
    if (!isMap(node)) {
      return undefined;
    }
    const entries = new Map<string, YamlValue>();
    const keys = new Map<string, Span>();
    const merged: YamlValue[] = [];
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value ?? '') : undefined;
      const read = this.#read(value, depth - 1);
      if (name === '<<' && read) {
        merged.push(...(read.kind === 'list' ? read.items : [read]));
      } else if (name !== undefined && read) {
        entries.set(name, read);
        keys.set(name, spanOf(key));
      }
    }
    for (const other of merged) {
      for (const [name, value] of other.kind === 'map' ? other.entries : []) {
        if (this.#left > 0 && !entries.has(name)) {
          this.#left--;
          entries.set(name, value);
        }
      }
    }
    return {
      kind: 'map',
      line: this.#lineOf(node.range?.[0]),
      entries,
      span: spanOf(node),
      keys,
      flow: node.flow === true,
    };
  }

  #lineOf(offset: number | undefined): number {
    return offset === undefined
      ? 1
      : Math.max(this.#lines.linePos(offset).line, 1);
  }
}

/**
 * The documents of a YAML file, as far as they can be read; none for a file
 * that is no YAML. An alias stands for the value itself, which is read once,
 * and a merge key (`<<`) for its entries.
 */
export function readYaml(source: string): YamlValue[] {
  if (source.length > MAXIMUM_LENGTH) {
    return [];
  }
  try {
    const lines = new LineCounter();
    const documents = parseAllDocuments(source, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      logLevel: 'silent',
      // Comparing each key with all others takes quadratic time.
      uniqueKeys: false,
    });
    return Array.from(documents).flatMap(
      document => new DocumentReader(document, lines).read() ?? [],
    );
  } catch {
    // Nesting that no parser with recursion gets through.
    return [];
  }
}

function spanOf(node: unknown): Span {
  const range =
    isMap(node) || isSeq(node) || isScalar(node) ? node.range : undefined;
  return { start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

function isForeign(tag: string | undefined): boolean {
  return tag !== undefined && tag.startsWith('!');
}

/** The entry of a map, by way of several keys; undefined for what is not there. */
export function at(
  value: YamlValue | undefined,
  ...keys: readonly string[]
): YamlValue | undefined {
  let current = value;
  for (const key of keys) {
    current = current?.kind === 'map' ? current.entries.get(key) : undefined;
  }
  return current;
}

/** The text of an entry; undefined for what is none. */
export function textAt(
  value: YamlValue | undefined,
  ...keys: readonly string[]
): string | undefined {
  const found = at(value, ...keys);
  return found?.kind === 'text' && !found.tagged ? found.text : undefined;
}

/** The entries of a map. */
export function entriesOf(
  value: YamlValue | undefined,
): readonly (readonly [name: string, value: YamlValue])[] {
  return value?.kind === 'map' ? [...value.entries] : [];
}

/** The items of a list; of a text, the text alone. */
export function itemsOf(value: YamlValue | undefined): readonly YamlValue[] {
  if (value?.kind === 'list') {
    return value.items;
  }
  return value?.kind === 'text' ? [value] : [];
}

/** The texts of a list, in which lists may stand, as GitLab allows. */
export function textsOf(value: YamlValue | undefined, depth = 10): YamlText[] {
  return itemsOf(value).flatMap(item => {
    if (item.kind === 'text') {
      return [item];
    }
    return item.kind === 'list' && depth > 0 ? textsOf(item, depth - 1) : [];
  });
}
