/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  GlobPattern,
  matchGlob,
  parseGlobPattern,
  replaceGlob,
  reverseGlobPattern,
  StepBudget,
} from './globPattern';
import { LexerError } from './LexerError';

/**
 * `${name#word}` and `${name%word}`: the value without what the pattern matches
 * at one end; a doubled operator takes the longest match.
 */
export function trimPattern(
  value: string,
  word: string,
  { end, budget }: { end: 'start' | 'end'; budget: StepBudget },
): string {
  const greedy = word.startsWith(end === 'start' ? '#' : '%');
  const pattern = parsePattern(greedy ? word.slice(1) : word);
  const characters = Array.from(value);
  if (end === 'end') {
    characters.reverse();
  }
  const matched = matchGlob(
    end === 'end' ? reverseGlobPattern(pattern) : pattern,
    characters,
    { start: 0, greedy, budget },
  );
  checkBudget(budget);
  if (matched === undefined) {
    return value;
  }
  const rest = characters.slice(matched);
  return (end === 'end' ? rest.reverse() : rest).join('');
}

/** `${name/pattern/replacement}`, and with two slashes for all matches. */
export function replacePattern(
  value: string,
  pattern: string,
  options: { replacement: string; all: boolean; budget: StepBudget },
): string {
  const replaced = replaceGlob(parsePattern(pattern), value, options);
  checkBudget(options.budget);
  return replaced;
}

function parsePattern(pattern: string): GlobPattern {
  const parsed = parseGlobPattern(pattern);
  if (!parsed) {
    throw new LexerError(`invalid pattern (${pattern}) in substitution`);
  }
  return parsed;
}

function checkBudget(budget: StepBudget): void {
  if (budget.steps < 0) {
    throw new LexerError('pattern in substitution takes too long');
  }
}
