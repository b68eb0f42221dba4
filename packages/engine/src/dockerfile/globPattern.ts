/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Shell patterns of `${name#pattern}` and `${name/pattern/text}` as BuildKit
 * reads them: `*`, `?` and backslash escapes, no brackets. Matched by state
 * sets instead of a regular expression, so that no pattern can blow up.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/shell/lex.go
 */
export interface GlobPattern {
  tokens: readonly GlobToken[];
}

type GlobToken =
  | { type: 'literal'; value: string }
  | { type: 'any' }
  | { type: 'star' };

/** Steps that one expansion may take before it is given up. */
const MAXIMUM_STEPS = 2_000_000;

/** Parses a pattern; `undefined` when it has an escape that BuildKit rejects. */
export function parseGlobPattern(pattern: string): GlobPattern | undefined {
  const characters = Array.from(pattern);
  const tokens: GlobToken[] = [];
  for (let index = 0; index < characters.length; index++) {
    const character = characters[index];
    if (character === '*') {
      // Two stars in a row match what one matches.
      if (tokens[tokens.length - 1]?.type !== 'star') {
        tokens.push({ type: 'star' });
      }
    } else if (character === '?') {
      tokens.push({ type: 'any' });
    } else if (character === '\\') {
      const next: string | undefined = characters[index + 1];
      // The backslash before `}` and `/` belongs to the `${}`.
      if (next === '}' || next === '/') {
        continue;
      }
      if (next !== '*' && next !== '?' && next !== '\\') {
        return undefined;
      }
      tokens.push({ type: 'literal', value: next });
      index++;
    } else {
      tokens.push({ type: 'literal', value: character });
    }
  }
  return { tokens };
}

/** The same pattern for the reversed text, to match at the end. */
export function reverseGlobPattern(pattern: GlobPattern): GlobPattern {
  return { tokens: [...pattern.tokens].reverse() };
}

/** Counts the work of an expansion. */
export interface StepBudget {
  steps: number;
}

/** Returns a fresh budget for one expansion. */
export function createStepBudget(): StepBudget {
  return { steps: MAXIMUM_STEPS };
}

/**
 * Where a match that starts at `start` ends: the longest when `greedy`, else
 * the shortest. `undefined` when there is none or the budget is used up.
 */
export function matchGlob(
  pattern: GlobPattern,
  characters: readonly string[],
  options: { start: number; greedy: boolean; budget: StepBudget },
): number | undefined {
  const { tokens } = pattern;
  const { start, greedy, budget } = options;
  let states = new Set<number>();
  let best: number | undefined;

  const enter = (into: Set<number>, state: number) => {
    into.add(state);
    // A star may match nothing.
    if (tokens[state]?.type === 'star') {
      into.add(state + 1);
    }
  };
  enter(states, 0);

  for (let position = start; ; position++) {
    if (states.has(tokens.length)) {
      best = position;
      if (!greedy) {
        return best;
      }
    }
    if (position >= characters.length || states.size === 0) {
      return best;
    }
    budget.steps -= states.size;
    if (budget.steps < 0) {
      return undefined;
    }
    const character = characters[position];
    const next = new Set<number>();
    for (const state of states) {
      const token = tokens[state];
      if (!token) {
        continue;
      }
      // As in Go's regular expressions, `.` is no line break.
      if (token.type === 'star' && character !== '\n') {
        enter(next, state);
      } else if (token.type === 'any' && character !== '\n') {
        enter(next, state + 1);
      } else if (token.type === 'literal' && token.value === character) {
        enter(next, state + 1);
      }
    }
    states = next;
  }
}

/** Replaces the first, or every, leftmost longest match. */
export function replaceGlob(
  pattern: GlobPattern,
  value: string,
  options: { replacement: string; all: boolean; budget: StepBudget },
): string {
  const characters = Array.from(value);
  const result: string[] = [];
  let previousEnd = -1;
  let position = 0;
  while (position <= characters.length) {
    const end = matchGlob(pattern, characters, {
      start: position,
      greedy: true,
      budget: options.budget,
    });
    if (end === undefined || (end === position && position === previousEnd)) {
      if (position < characters.length) {
        result.push(characters[position]);
      }
      position++;
      continue;
    }
    result.push(options.replacement);
    if (!options.all) {
      result.push(...sliceOnce(characters, end));
      return result.join('');
    }
    previousEnd = end;
    if (end === position) {
      if (position < characters.length) {
        result.push(characters[position]);
      }
      position++;
    } else {
      position = end;
    }
  }
  return result.join('');
}

function sliceOnce(characters: readonly string[], start: number): string[] {
  return [characters.slice(start).join('')];
}
