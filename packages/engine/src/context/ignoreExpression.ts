/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * One element of an ignore pattern, as `moby/patternmatcher` turns it into a
 * regular expression. Kept as elements and matched by state sets, so that no
 * pattern takes more than the product of the lengths.
 * https://github.com/moby/patternmatcher/blob/main/patternmatcher.go
 */
type Element =
  | { type: 'character'; value: string }
  /** `?` */
  | { type: 'any' }
  | { type: 'class'; negated: boolean; ranges: [string, string][] }
  /** `*` */
  | { type: 'star' }
  /** `**` before more: nothing, or anything up to a slash. */
  | { type: 'folders' }
  /** `**` at the end. */
  | { type: 'rest' };

/** A compiled pattern. */
export type IgnoreExpression =
  | { kind: 'exact'; text: string }
  /** The path starts with the text. */
  | { kind: 'prefix'; text: string }
  /** The path ends with the text; a leading slash may be missing. */
  | { kind: 'suffix'; text: string }
  /** `end`: the characters at the end, without which no path matches. */
  | { kind: 'elements'; elements: Element[]; end: string };

/** Compiles a cleaned pattern without its `!`. */
export function compileIgnorePattern(pattern: string): IgnoreExpression {
  const elements = readElements(pattern);
  const [first] = elements;
  const last = elements[elements.length - 1];
  if (elements.every(({ type }) => type === 'character')) {
    return { kind: 'exact', text: textOf(elements) };
  }
  // patternmatcher takes these two forms literally, which is more than a short
  // cut: `**x` matches any path that ends with `x`, in the middle of a name too.
  if (elements.slice(1).every(({ type }) => type === 'character')) {
    if (first.type === 'folders') {
      const slash = pattern[2] === '/' ? '/' : '';
      return { kind: 'suffix', text: slash + textOf(elements.slice(1)) };
    }
    if (first.type === 'rest') {
      return { kind: 'prefix', text: '' };
    }
  }
  if (
    last.type === 'rest' &&
    elements.slice(0, -1).every(({ type }) => type === 'character')
  ) {
    return { kind: 'prefix', text: textOf(elements.slice(0, -1)) };
  }
  const lastOther = elements.findLastIndex(({ type }) => type !== 'character');
  return {
    kind: 'elements',
    elements,
    end: textOf(elements.slice(lastOther + 1)),
  };
}

/** Whether a compiled pattern matches a path of the context. */
export function matchesIgnoreExpression(
  expression: IgnoreExpression,
  path: string,
): boolean {
  switch (expression.kind) {
    case 'exact':
      return path === expression.text;
    case 'prefix':
      return path.startsWith(expression.text);
    case 'suffix': {
      const { text } = expression;
      return (
        path.endsWith(text) || (text.startsWith('/') && path === text.slice(1))
      );
    }
    case 'elements':
      return (
        path.endsWith(expression.end) &&
        matchElements(expression.elements, path)
      );
    default:
      expression satisfies never;
      return false;
  }
}

function readElements(pattern: string): Element[] {
  const characters = Array.from(pattern);
  const elements: Element[] = [];
  let index = 0;
  while (index < characters.length) {
    const character = characters[index++];
    if (character === '*' && characters[index] === '*') {
      index++;
      // A slash behind it belongs to it.
      if (characters[index] === '/') {
        index++;
      }
      elements.push({
        type: index === characters.length ? 'rest' : 'folders',
      });
    } else if (character === '*') {
      elements.push({ type: 'star' });
    } else if (character === '?') {
      elements.push({ type: 'any' });
    } else if (character === '\\' && index < characters.length) {
      elements.push({ type: 'character', value: characters[index++] });
    } else if (character === '[') {
      const parsed = readClass(characters, index);
      elements.push(parsed?.element ?? { type: 'character', value: '[' });
      index = parsed?.next ?? index;
    } else {
      elements.push({ type: 'character', value: character });
    }
  }
  return elements;
}

function readClass(
  characters: string[],
  start: number,
): { element: Element; next: number } | undefined {
  let index = start;
  const negated = characters[index] === '^';
  if (negated) {
    index++;
  }
  const ranges: [string, string][] = [];
  const readBound = (): string | undefined => {
    if (characters[index] === '\\') {
      index++;
    }
    return characters[index++];
  };
  while (characters[index] !== ']' || ranges.length === 0) {
    const low = readBound();
    let high = low;
    if (characters[index] === '-' && characters[index + 1] !== ']') {
      index++;
      high = readBound();
    }
    if (low === undefined || high === undefined) {
      return undefined;
    }
    ranges.push([low, high]);
  }
  return { element: { type: 'class', negated, ranges }, next: index + 1 };
}

/**
 * Runs all ways to match at once. A state is twice the number of the element
 * that comes next, plus one inside a `**` that has begun to take characters
 * and ends only behind a slash.
 */
function matchElements(elements: Element[], path: string): boolean {
  let states = withEmptyMoves(elements, new Set([0]));
  for (const character of path) {
    const next = new Set<number>();
    for (const state of states) {
      const index = state >> 1;
      const element: Element | undefined = elements[index];
      switch (element?.type) {
        case undefined:
          break;
        case 'folders':
          next.add(2 * index + 1);
          if (character === '/') {
            next.add(2 * index + 2);
          }
          break;
        case 'rest':
          next.add(state);
          break;
        case 'star':
          if (character !== '/') {
            next.add(state);
          }
          break;
        default:
          if (takes(element, character)) {
            next.add(2 * index + 2);
          }
      }
    }
    if (next.size === 0) {
      return false;
    }
    states = withEmptyMoves(elements, next);
  }
  return states.has(2 * elements.length);
}

/** Adds the states that are reached without a character. */
function withEmptyMoves(elements: Element[], states: Set<number>): Set<number> {
  for (const state of states) {
    const type = elements[state >> 1]?.type;
    const mayBeEmpty = type === 'star' || type === 'rest' || type === 'folders';
    if (mayBeEmpty && state % 2 === 0) {
      states.add(state + 2);
    }
  }
  return states;
}

function takes(
  element: Extract<Element, { type: 'character' | 'any' | 'class' }>,
  character: string,
): boolean {
  switch (element.type) {
    case 'character':
      return element.value === character;
    case 'any':
      return character !== '/';
    case 'class':
      return (
        element.negated !==
        element.ranges.some(
          ([low, high]) => low <= character && character <= high,
        )
      );
    default:
      element satisfies never;
      return false;
  }
}

function textOf(elements: Element[]): string {
  return elements
    .map(element => (element.type === 'character' ? element.value : ''))
    .join('');
}
