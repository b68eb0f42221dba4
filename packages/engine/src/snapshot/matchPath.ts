/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/** One element of a parsed pattern. */
type Element =
  | { type: 'character'; value: string }
  | { type: 'any' }
  | { type: 'class'; negated: boolean; ranges: [number, number][] }
  | { type: 'star' };

/**
 * Matches a slash-separated path as Go's `path.Match` does: `*` and `?` stop
 * at a slash, classes in brackets, backslash escapes, no braces and no `**`.
 * A malformed pattern matches nothing.
 * https://pkg.go.dev/path#Match
 */
export function matchPath(pattern: string, path: string): boolean {
  const elements = parsePattern(pattern);
  return elements !== undefined && matchElements(elements, Array.from(path));
}

/** Whether `path.Match` would return `ErrBadPattern`. */
export function isMalformedPattern(pattern: string): boolean {
  return parsePattern(pattern) === undefined;
}

function parsePattern(pattern: string): Element[] | undefined {
  const characters = Array.from(pattern);
  const elements: Element[] = [];
  let index = 0;
  while (index < characters.length) {
    const character = characters[index++];
    switch (character) {
      case '*':
        elements.push({ type: 'star' });
        break;
      case '?':
        elements.push({ type: 'any' });
        break;
      case '[': {
        const parsed = parseClass(characters, index);
        if (!parsed) {
          return undefined;
        }
        elements.push(parsed.element);
        index = parsed.next;
        break;
      }
      case '\\':
        if (index === characters.length) {
          return undefined;
        }
        elements.push({ type: 'character', value: characters[index++] });
        break;
      default:
        elements.push({ type: 'character', value: character });
    }
  }
  return elements;
}

function parseClass(
  characters: string[],
  start: number,
): { element: Element; next: number } | undefined {
  let index = start;
  const negated = characters[index] === '^';
  if (negated) {
    index++;
  }
  const ranges: [number, number][] = [];
  const readBound = (): number | undefined => {
    if (characters[index] === '-' || characters[index] === ']') {
      return undefined;
    }
    if (characters[index] === '\\') {
      index++;
    }
    return characters[index++]?.codePointAt(0);
  };
  while (characters[index] !== ']' || ranges.length === 0) {
    const low = readBound();
    let high = low;
    if (characters[index] === '-') {
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
 * Goes back to the last star only, which is enough because a star can take
 * whatever an earlier one left; so the time is bounded by the product of the
 * lengths.
 */
function matchElements(elements: Element[], path: string[]): boolean {
  let element = 0;
  let position = 0;
  let star: { element: number; position: number } | undefined;
  while (position < path.length || element < elements.length) {
    const current: Element | undefined = elements[element];
    if (current?.type === 'star') {
      star = { element, position };
      element++;
    } else if (
      current &&
      position < path.length &&
      matchesCharacter(current, path[position])
    ) {
      element++;
      position++;
    } else if (
      star &&
      star.position < path.length &&
      path[star.position] !== '/'
    ) {
      star.position++;
      element = star.element + 1;
      position = star.position;
    } else {
      return false;
    }
  }
  return true;
}

function matchesCharacter(element: Element, character: string): boolean {
  switch (element.type) {
    case 'character':
      return element.value === character;
    case 'any':
      return character !== '/';
    case 'class': {
      const codePoint = character.codePointAt(0)!;
      return (
        element.negated !==
        element.ranges.some(
          ([low, high]) => low <= codePoint && codePoint <= high,
        )
      );
    }
    case 'star':
      return false;
    default:
      element satisfies never;
      return false;
  }
}
