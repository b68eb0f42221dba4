/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ProblemList } from './ProblemList';
import { Instruction, Stage } from './types';

const RESERVED_NAMES = ['context', 'scratch'];

/** Groups instructions by FROM. */
export function readStages(
  instructions: readonly Instruction[],
  problems: ProblemList,
): { stages: Stage[]; globalArguments: Instruction[] } {
  const stages: Stage[] = [];
  const globalArguments: Instruction[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      stages.push(toStage(instruction, stages.length));
    } else if (stages.length > 0) {
      stages[stages.length - 1].instructions.push(instruction);
    } else if (instruction.keyword === 'ARG') {
      globalArguments.push(instruction);
    } else if (instruction.keyword !== 'UNKNOWN') {
      problems.error(
        'no-stage',
        instruction.keywordSpan,
        'no build stage in current context',
      );
    }
  }
  checkNames(stages, problems);
  return { stages, globalArguments };
}

function toStage(from: Instruction, index: number): Stage {
  const [base, as, name] = from.words;
  const end = from.keywordSpan.end;
  return {
    index,
    name:
      from.words.length === 3 && as.text.toLowerCase() === 'as'
        ? name.text.toLowerCase()
        : undefined,
    from,
    base: base?.text ?? '',
    baseSpan: base?.span ?? { start: end, end },
    platform: from.flags.find(flag => flag.name === 'platform')?.value,
    instructions: [],
  };
}

function checkNames(stages: readonly Stage[], problems: ProblemList): void {
  const seen = new Set<string>();
  for (const { name, from } of stages) {
    if (name === undefined) {
      continue;
    }
    const { span } = from.words[2];
    if (seen.has(name)) {
      problems.warning(
        'duplicate-stage-name',
        span,
        `Duplicate stage name ${JSON.stringify(
          name,
        )}, stage names should be unique`,
      );
    }
    if (RESERVED_NAMES.includes(name)) {
      problems.warning(
        'reserved-stage-name',
        span,
        `Stage name should not use the same name as reserved stage ${JSON.stringify(
          name,
        )}`,
      );
    }
    seen.add(name);
  }
}
