/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { addArgument, BuildDraft, emptyDraft } from './BuildDraft';
import { DefinedBuild } from './DefinedBuild';
import { HclBlock, HclValue, readHcl } from './readHcl';
import { readCache } from './readCache';
import { RemoteCache } from './types';

/** What a bake file describes. */
export interface BakeFile {
  path: string;
  targets: ReadonlyMap<string, DefinedBuild>;
  /** Names of targets or groups by the name of the group. */
  groups: ReadonlyMap<string, readonly string[]>;
}

const MAXIMUM_LENGTH = 512 * 1024;
const MAXIMUM_BLOCKS = 500;
const MAXIMUM_INHERITANCE = 16;
const MAXIMUM_INHERITED = 2_000;

class TargetReader {
  readonly #blocks: ReadonlyMap<string, HclBlock>;
  readonly #variables: ReadonlyMap<string, string>;

  constructor(
    blocks: readonly HclBlock[],
    variables: ReadonlyMap<string, string>,
  ) {
    this.#blocks = new Map(
      blocks
        .filter(({ type }) => type === 'target')
        .map(block => [block.labels[0], block]),
    );
    this.#variables = variables;
  }

  read(name: string): BuildDraft {
    const draft = emptyDraft('bake', 'context');
    draft.context = { text: '.' };
    for (const { attributes } of this.#lineage(name)) {
      this.#apply(draft, attributes);
    }
    return draft;
  }

  /** A target and what it inherits from, the target itself last. */
  #lineage(name: string): HclBlock[] {
    const lineage: HclBlock[] = [];
    let left = MAXIMUM_INHERITED;
    const visit = (current: string, depth: number) => {
      const block = this.#blocks.get(current);
      if (!block || depth <= 0 || left-- <= 0) {
        return;
      }
      for (const parent of this.textsOf(block.attributes.get('inherits'))) {
        visit(parent, depth - 1);
      }
      lineage.push(block);
    };
    visit(name, MAXIMUM_INHERITANCE);
    return lineage;
  }

  #apply(draft: BuildDraft, attributes: HclBlock['attributes']): void {
    // A target of a matrix is several, which differ in what names depend on.
    for (const [name, value] of attributes) {
      switch (name) {
        case 'context':
          draft.context = { text: this.#textOf(value) };
          break;
        case 'dockerfile':
          draft.file = { text: this.#textOf(value) };
          break;
        case 'target':
          draft.target = { text: this.#textOf(value) };
          break;
        case 'args':
          for (const [argument, given] of entriesOf(value)) {
            addArgument(draft, argument, this.#textOf(given));
          }
          break;
        case 'contexts':
          for (const [context, given] of entriesOf(value)) {
            const named = { name: context, value: this.#textOf(given) };
            draft.namedContexts.push(named);
          }
          break;
        case 'cache-from':
          draft.cacheFrom = this.#cachesOf(value);
          break;
        case 'cache-to':
          draft.cacheTo = this.#cachesOf(value);
          break;
        case 'no-cache':
          draft.noCache = isTrue(value);
          draft.noCacheLine = draft.noCache ? value.line : undefined;
          break;
        case 'pull':
          draft.pull = isTrue(value);
          break;
        default:
      }
    }
  }

  #textOf(value: HclValue): string | undefined {
    switch (value.kind) {
      case 'text':
        return this.#fillIn(value.text);
      case 'name':
        return this.#variables.get(value.text) ?? literalOf(value.text);
      case 'list':
      case 'map':
      case 'unknown':
        return undefined;
      default:
        return value satisfies never;
    }
  }

  /** Templates that are one variable: `${TAG}`. */
  #fillIn(text: string): string | undefined {
    let isKnown = true;
    const filled = text.replace(/\$\{([^{}]*)\}/g, (_, inner: string) => {
      const value = this.#variables.get(inner.trim());
      isKnown &&= value !== undefined && !value.includes('${');
      return value ?? '';
    });
    return isKnown && !filled.includes('${') ? filled : undefined;
  }

  textsOf(value: HclValue | undefined): string[] {
    const items = value?.kind === 'list' ? value.items : [];
    return items.flatMap(item => this.#textOf(item) ?? []);
  }

  #cachesOf(value: HclValue): RemoteCache[] {
    if (value.kind !== 'list') {
      return [{ certain: false, line: value.line }];
    }
    return value.items.flatMap(item => {
      const cache = this.#cacheOf(item);
      return cache ? [{ ...cache, line: item.line }] : [];
    });
  }

  /** `"type=gha,mode=max"`, or since Bake 0.20 `{ type = "gha" }`. */
  #cacheOf(item: HclValue): RemoteCache | undefined {
    if (item.kind === 'text') {
      return readCache(this.#fillIn(item.text) ?? item.text);
    }
    if (item.kind !== 'map') {
      return { certain: false };
    }
    const type = item.entries.get('type');
    const mode = item.entries.get('mode');
    return {
      type: type && this.#textOf(type),
      mode: mode && this.#textOf(mode),
      certain: [type, mode].every(
        given => !given || this.#textOf(given) !== undefined,
      ),
    };
  }
}

/**
 * The targets and groups of a bake file, as far as they are written out. A
 * variable has its default.
 * https://docs.docker.com/build/bake/reference/
 */
export function readBakeFile(path: string, source: string): BakeFile {
  const blocks = path.toLowerCase().endsWith('.json')
    ? readJsonBlocks(source)
    : readHcl(source);
  const variables = new Map<string, string>();
  for (const { type, labels, attributes } of blocks) {
    const value = attributes.get('default');
    if (type === 'variable' && labels[0] && value?.kind === 'text') {
      variables.set(labels[0], value.text);
    }
  }
  const reader = new TargetReader(blocks, variables);
  const targets = new Map<string, DefinedBuild>();
  const groups = new Map<string, readonly string[]>();
  for (const { type, labels, attributes, line } of blocks) {
    const [name] = labels;
    if (name === undefined) {
      continue;
    }
    if (type === 'target' && !attributes.has('dockerfile-inline')) {
      const draft = reader.read(name);
      targets.set(name, { name, path, line, draft });
    } else if (type === 'group') {
      groups.set(name, reader.textsOf(attributes.get('targets')));
    }
  }
  return { path, targets, groups };
}

function entriesOf(value: HclValue): [string, HclValue][] {
  return value.kind === 'map' ? [...value.entries] : [];
}

function isTrue(value: HclValue): boolean {
  return (
    (value.kind === 'name' || value.kind === 'text') && value.text === 'true'
  );
}

/** Numbers and truth values stand for themselves; names do not. */
function literalOf(text: string): string | undefined {
  return /^(?:-?\d[\d.]*|true|false)$/.test(text) ? text : undefined;
}

/** `{"target": {"image": {…}}, "group": {…}}` as blocks. */
function readJsonBlocks(source: string): HclBlock[] {
  if (source.length > MAXIMUM_LENGTH) {
    return [];
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return [];
  }
  const blocks: HclBlock[] = [];
  for (const type of ['variable', 'group', 'target']) {
    const bodies = [...fieldsOf(fieldsOf(parsed).get(type))];
    for (const [name, body] of bodies.slice(0, MAXIMUM_BLOCKS)) {
      const line = lineOfKey(source, name);
      blocks.push({
        type,
        labels: [name],
        line,
        attributes: new Map(
          [...fieldsOf(body)].map(([key, value]) => [
            key,
            toHclValue(value, { line, depth: 8 }),
          ]),
        ),
      });
    }
  }
  return blocks;
}

function fieldsOf(value: unknown): Map<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : new Map();
}

/** A value that JSON has parsed, all of it in the line of its target. */
function toHclValue(
  value: unknown,
  { line, depth }: { line: number; depth: number },
): HclValue {
  const inner = { line, depth: depth - 1 };
  if (Array.isArray(value) && depth > 0) {
    const items = value.map(item => toHclValue(item, inner));
    return { kind: 'list', line, items };
  }
  switch (typeof value) {
    case 'string':
      return { kind: 'text', line, text: value };
    case 'number':
    case 'boolean':
      return { kind: 'name', line, text: String(value) };
    case 'object':
      if (value !== null && depth > 0) {
        const entries = [...fieldsOf(value)].map(
          ([name, entry]) => [name, toHclValue(entry, inner)] as const,
        );
        return { kind: 'map', line, entries: new Map(entries) };
      }
      return { kind: 'unknown', line };
    default:
      return { kind: 'unknown', line };
  }
}

/** The first line that has the name as a key. */
function lineOfKey(source: string, name: string): number {
  const quoted = JSON.stringify(name);
  for (
    let index = source.indexOf(quoted);
    index >= 0;
    index = source.indexOf(quoted, index + 1)
  ) {
    const behind = source.slice(
      index + quoted.length,
      index + quoted.length + 20,
    );
    if (/^\s*:/.test(behind)) {
      return source.slice(0, index).split('\n').length;
    }
  }
  return 1;
}
