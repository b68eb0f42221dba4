/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FlagType, instructionFlags } from './instructionFlags';
import { ProblemList } from './ProblemList';
import { Flag, Instruction, Keyword } from './types';

/** Reports the flags that BuildKit rejects. */
export function checkFlags(
  instruction: Instruction,
  keyword: Keyword,
  { problems, trigger }: { problems: ProblemList; trigger?: boolean },
): void {
  const allowed = instructionFlags[keyword];
  // HEALTHCHECK NONE returns before its flags are read.
  if (allowed === 'any' || instruction.healthcheck === 'NONE') {
    return;
  }
  const used = new Set<string>();
  for (const flag of instruction.flags) {
    const type = Object.prototype.hasOwnProperty.call(allowed, flag.name)
      ? allowed[flag.name]
      : undefined;
    const problem = checkFlag(flag, type, used);
    used.add(flag.name);
    if (!problem) {
      continue;
    }
    if (trigger) {
      problems.warning(problem.code, flag.span, problem.message);
    } else {
      problems.error(problem.code, flag.span, problem.message);
    }
  }
}

function checkFlag(
  flag: Flag,
  type: FlagType | undefined,
  used: ReadonlySet<string>,
): { code: string; message: string } | undefined {
  const name = `--${flag.name}`;
  if (!type) {
    return { code: 'unknown-flag', message: `unknown flag: ${name}` };
  }
  if (used.has(flag.name) && type !== 'strings') {
    return {
      code: 'duplicate-flag',
      message: `duplicate flag specified: ${name}`,
    };
  }
  if (type !== 'boolean') {
    return flag.value === undefined ? missingValue(name) : undefined;
  }
  switch (flag.value?.toLowerCase()) {
    case undefined:
    case 'true':
    case 'false':
      return undefined;
    case '':
      return missingValue(name);
    default:
      return {
        code: 'invalid-flag-value',
        message: `expecting boolean value for flag ${name}, not: ${flag.value}`,
      };
  }
}

function missingValue(name: string) {
  return {
    code: 'missing-flag-value',
    message: `missing a value on flag: ${name}`,
  };
}
