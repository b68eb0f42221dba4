/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * A value of an HCL file. `unknown` is what takes running it: function calls,
 * conditions, references to what is no variable with a default.
 */
export type HclValue =
  | { kind: 'text'; line: number; text: string }
  | { kind: 'list'; line: number; items: HclValue[] }
  | { kind: 'map'; line: number; entries: Map<string, HclValue> }
  | { kind: 'name'; line: number; text: string }
  | { kind: 'unknown'; line: number };

/** A block such as `target "image" { … }`. */
export interface HclBlock {
  type: string;
  labels: string[];
  line: number;
  attributes: Map<string, HclValue>;
}

type Token =
  | { kind: 'name' | 'text' | 'other'; text: string; line: number }
  | { kind: 'sign'; text: string; line: number }
  | { kind: 'break'; text: string; line: number };

const MAXIMUM_LENGTH = 512 * 1024;
const MAXIMUM_DEPTH = 32;

class HclReader {
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  readBlocks(): HclBlock[] {
    const blocks: HclBlock[] = [];
    while (this.#position < this.#tokens.length) {
      const token = this.#next();
      if (token?.kind !== 'name') {
        continue;
      }
      const labels: string[] = [];
      while (this.#peek()?.kind === 'text' || this.#peek()?.kind === 'name') {
        labels.push(this.#next()?.text ?? '');
      }
      if (this.#takeSign('{')) {
        const { line, text: type } = token;
        blocks.push({ type, labels, line, attributes: this.#readBody() });
      } else {
        this.#skipValue();
      }
    }
    return blocks;
  }

  /** The attributes up to the block's `}`. */
  #readBody(): Map<string, HclValue> {
    const attributes = new Map<string, HclValue>();
    while (this.#position < this.#tokens.length) {
      if (this.#takeSign('}')) {
        break;
      }
      const token = this.#next();
      if (token?.kind === 'name' && this.#takeSign('=')) {
        attributes.set(token.text, this.#readValue(MAXIMUM_DEPTH));
      } else if (token?.kind === 'name') {
        this.#skipValue();
      }
    }
    return attributes;
  }

  /** A value; what follows a value that is complete makes it unknown. */
  #readValue(depth: number): HclValue {
    const line = this.#peek()?.line ?? 1;
    const value = depth > 0 ? this.#readPlain(depth) : undefined;
    const following = this.#peek();
    const isComplete =
      following === undefined ||
      following.kind === 'break' ||
      (following.kind === 'sign' && ',]}'.includes(following.text));
    if (value && isComplete) {
      return value;
    }
    this.#skipValue();
    return { kind: 'unknown', line };
  }

  #readPlain(depth: number): HclValue | undefined {
    const token = this.#peek();
    if (token?.kind === 'text' || token?.kind === 'name') {
      this.#position++;
      const { kind, text, line } = token;
      return { kind, text, line };
    }
    if (token?.kind !== 'sign') {
      return undefined;
    }
    switch (token.text) {
      case '[':
        this.#position++;
        return this.#readList(token.line, depth - 1);
      case '{':
        this.#position++;
        return this.#readMap(token.line, depth - 1);
      default:
        return undefined;
    }
  }

  #readList(line: number, depth: number): HclValue {
    const items: HclValue[] = [];
    while (this.#position < this.#tokens.length) {
      this.#skipBreaks();
      if (this.#takeSign(']') || this.#peek()?.text === '}') {
        break;
      }
      items.push(this.#readValue(depth));
      this.#skipBreaks();
      this.#takeSign(',');
    }
    return { kind: 'list', line, items };
  }

  #readMap(line: number, depth: number): HclValue {
    const entries = new Map<string, HclValue>();
    while (this.#position < this.#tokens.length) {
      this.#skipBreaks();
      if (this.#takeSign('}')) {
        break;
      }
      const key = this.#next();
      if (
        (key?.kind === 'text' || key?.kind === 'name') &&
        (this.#takeSign('=') || this.#takeSign(':'))
      ) {
        entries.set(key.text, this.#readValue(depth));
      } else {
        this.#skipValue();
      }
      this.#takeSign(',');
    }
    return { kind: 'map', line, entries };
  }

  /** Goes to the end of a value: of its line, list or map. */
  #skipValue(): void {
    let depth = 0;
    for (; this.#position < this.#tokens.length; this.#position++) {
      const { kind, text } = this.#tokens[this.#position];
      if (depth === 0 && kind === 'break') {
        return;
      }
      if (kind !== 'sign') {
        continue;
      }
      if ('([{'.includes(text)) {
        depth++;
      } else if (')]}'.includes(text)) {
        if (depth === 0 && text !== ')') {
          return;
        }
        depth = Math.max(depth - 1, 0);
      } else if (depth === 0 && text === ',') {
        return;
      }
    }
  }

  #skipBreaks(): void {
    while (this.#peek()?.kind === 'break') {
      this.#position++;
    }
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#position];
  }

  #next(): Token | undefined {
    return this.#tokens[this.#position++];
  }

  #takeSign(text: string): boolean {
    const token = this.#peek();
    const isIt = token?.kind === 'sign' && token.text === text;
    this.#position += isIt ? 1 : 0;
    return isIt;
  }
}

/**
 * The top-level blocks of an HCL file with their attributes, as far as they are
 * written out. Enough for bake files; blocks within blocks are skipped.
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
 */
export function readHcl(source: string): HclBlock[] {
  if (source.length > MAXIMUM_LENGTH) {
    return [];
  }
  return new HclReader(tokenize(source)).readBlocks();
}

/** Quoted texts are decoded, but for templates (`${…}`), which stay. */
function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let position = 0;
  while (position < source.length) {
    const character = source[position];
    const start = position;
    const startLine = line;
    if (character === '\n') {
      tokens.push({ kind: 'break', text: '\n', line });
      line++;
      position++;
    } else if (/\s/.test(character)) {
      position++;
    } else if (character === '#' || source.startsWith('//', position)) {
      position = endOfLine(source, position);
    } else if (source.startsWith('/*', position)) {
      const end = source.indexOf('*/', position + 2);
      position = end < 0 ? source.length : end + 2;
      line += countBreaks(source, start, position);
    } else if (character === '"') {
      const quoted = readQuoted(source, position);
      position = quoted.end;
      tokens.push({ kind: 'text', text: quoted.text, line });
    } else if (source.startsWith('<<', position)) {
      position = skipHeredoc(source, position);
      line += countBreaks(source, start, position);
      tokens.push({ kind: 'other', text: '', line: startLine });
    } else if (/[\w.*-]/.test(character)) {
      while (position < source.length && /[\w.*-]/.test(source[position])) {
        position++;
      }
      tokens.push({ kind: 'name', text: source.slice(start, position), line });
    } else {
      position++;
      tokens.push({ kind: 'sign', text: character, line });
    }
  }
  return tokens;
}

function endOfLine(source: string, position: number): number {
  const end = source.indexOf('\n', position);
  return end < 0 ? source.length : end;
}

function countBreaks(source: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index++) {
    count += source[index] === '\n' ? 1 : 0;
  }
  return count;
}

/** A quoted text ends in its line; quotes within `${…}` do not end it. */
function readQuoted(
  source: string,
  start: number,
): { text: string; end: number } {
  let text = '';
  let depth = 0;
  let inner = false;
  for (let index = start + 1; index < source.length; index++) {
    const character = source[index];
    if (character === '\n') {
      return { text, end: index };
    }
    if (character === '\\' && index + 1 < source.length) {
      index++;
      text += depth > 0 ? `\\${source[index]}` : decode(source[index]);
      continue;
    }
    if (depth === 0 && character === '"') {
      return { text, end: index + 1 };
    }
    if (depth > 0 && character === '"') {
      inner = !inner;
    } else if (!inner && character === '$' && source[index + 1] === '{') {
      depth++;
      text += '$';
      index++;
    } else if (!inner && depth > 0 && character === '}') {
      depth--;
    }
    text += source[index];
  }
  return { text, end: source.length };
}

function decode(character: string): string {
  return { n: '\n', t: '\t', r: '\r' }[character] ?? character;
}

function skipHeredoc(source: string, start: number): number {
  const lineEnd = endOfLine(source, start);
  const name = /^<<-?\s*([A-Za-z_]\w*)\s*$/.exec(
    source.slice(start, Math.min(lineEnd, start + 200)),
  )?.[1];
  if (name === undefined) {
    return start + 2;
  }
  for (let position = lineEnd + 1; position < source.length; ) {
    const end = endOfLine(source, position);
    if (source.slice(position, end).trim() === name) {
      return end;
    }
    position = end + 1;
  }
  return source.length;
}
