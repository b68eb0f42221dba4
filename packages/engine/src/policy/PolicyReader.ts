/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isMap, isScalar, isSeq, LineCounter } from 'yaml';
import { Problem } from '../problem';
import { ReadingProblem } from '../sentences';
import { suggest } from './suggest';

/** One entry of a map. */
export interface PolicyEntry {
  name: string;
  /** The node of its key, for what is wrong with the entry as a whole. */
  key: unknown;
  value: unknown;
}

/** What messages call an entry. */
type EntryNoun =
  | 'setting'
  | 'rule'
  | 'setting of a rule'
  | `parameter of ${string}`;

/** Far above what any policy needs, and what a list of problems should hold. */
const MAXIMUM_ENTRIES = 2_000;
const MAXIMUM_PROBLEMS = 20;

/** Reads values out of YAML nodes, and keeps what is wrong with them. */
export class PolicyReader {
  readonly #path: string;
  readonly #lines: LineCounter;
  readonly problems: Problem[] = [];

  constructor(path: string, lines: LineCounter) {
    this.#path = path;
    this.#lines = lines;
  }

  /** Says what is wrong with a node, and where it stands. */
  refuse(node: unknown, message: ReadingProblem): undefined {
    this.refuseAt(offsetOf(node), message);
    return undefined;
  }

  refuseAt(offset: number, message: ReadingProblem): void {
    if (this.problems.length >= MAXIMUM_PROBLEMS) {
      return;
    }
    const { line, col } = this.#lines.linePos(offset);
    this.problems.push({
      path: this.#path,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      code: 'parse',
      message,
    });
  }

  /**
   * The entries of a map whose keys are among the known ones; nothing for an
   * empty value.
   */
  entries(
    node: unknown,
    what: string,
    { known, noun }: { known: readonly string[]; noun: EntryNoun },
  ): PolicyEntry[] {
    if (isEmpty(node)) {
      return [];
    }
    if (!isMap(node)) {
      this.refuse(node, `${what} has to be a map.`);
      return [];
    }
    if (node.items.length > MAXIMUM_ENTRIES) {
      this.refuse(node, `${what} has more than ${MAXIMUM_ENTRIES} entries.`);
      return [];
    }
    const seen = new Set<string>();
    const entries: PolicyEntry[] = [];
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value ?? '') : '';
      if (!known.includes(name)) {
        const near = suggest(name, known);
        this.refuse(
          key ?? node,
          near === undefined
            ? `There is no ${noun} ${quote(name)}.`
            : `There is no ${noun} ${quote(name)}; did you mean ${quote(
                near,
              )}?`,
        );
      } else if (seen.has(name)) {
        this.refuse(key, `${quote(name)} stands here twice.`);
      } else {
        seen.add(name);
        entries.push({ name, key, value });
      }
    }
    return entries;
  }

  /** A text of one line. */
  text(node: unknown, what: string): string | undefined {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value !== 'string' || value === '' || /[\r\n]/.test(value)) {
      return this.refuse(node, `${what} has to be a text of one line.`);
    }
    return value;
  }

  /** One of several words. */
  choice<T extends string>(
    node: unknown,
    what: string,
    known: readonly T[],
  ): T | undefined {
    const value = isScalar(node) ? node.value : undefined;
    const found = known.find(word => word === value);
    if (found !== undefined) {
      return found;
    }
    const near = typeof value === 'string' ? suggest(value, known) : undefined;
    return this.refuse(
      node,
      near === undefined
        ? `${what} has to be one of ${known.join(', ')}.`
        : `${what} has to be one of ${known.join(', ')}; did you mean ${quote(
            near,
          )}?`,
    );
  }

  /** Whether, as YAML writes it. */
  boolean(node: unknown, what: string): boolean | undefined {
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === 'boolean'
      ? value
      : this.refuse(node, `${what} has to be true or false.`);
  }

  /** A number within bounds. */
  number(
    node: unknown,
    what: string,
    { minimum, maximum }: { minimum: number; maximum: number },
  ): number | undefined {
    const value = isScalar(node) ? node.value : undefined;
    return typeof value === 'number' && value >= minimum && value <= maximum
      ? value
      : this.refuse(
          node,
          `${what} has to be a number from ${minimum} to ${maximum}.`,
        );
  }

  /** A list of texts; one alone may stand without a list. */
  texts(
    node: unknown,
    what: string,
    check: (text: string) => ReadingProblem | undefined = () => undefined,
  ): string[] {
    if (isEmpty(node)) {
      return [];
    }
    const items = isSeq(node) ? node.items : [node];
    if (items.length > MAXIMUM_ENTRIES) {
      this.refuse(node, `${what} has more than ${MAXIMUM_ENTRIES} entries.`);
      return [];
    }
    return items.flatMap(item => {
      const text = this.text(item ?? node, `An entry of ${what}`);
      const objection = text === undefined ? undefined : check(text);
      if (objection !== undefined) {
        this.refuse(item, objection);
      }
      return text === undefined || objection !== undefined ? [] : [text];
    });
  }
}

/** As messages show a word of the file; never all of a long one. */
export function quote(word: string): string {
  return `\`${word.length > 60 ? `${word.slice(0, 60)}…` : word}\``;
}

function isEmpty(node: unknown): boolean {
  return (
    node === undefined ||
    node === null ||
    (isScalar(node) && node.value === null)
  );
}

function offsetOf(node: unknown): number {
  const range =
    typeof node === 'object' && node !== null && 'range' in node
      ? node.range
      : undefined;
  const [start] = Array.isArray(range) ? (range as unknown[]) : [];
  return typeof start === 'number' ? start : 0;
}
