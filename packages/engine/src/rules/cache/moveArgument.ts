/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Instruction } from '../../dockerfile/types';
import {
  insertAfterInstruction,
  insertInstructions,
  takeInstruction,
} from '../../edits/editInstructions';
import { removePair } from '../../edits/removeAssignment';
import { TextEdit } from '../../edits/types';
import { baseName } from '../../snapshot/repositoryPath';
import { readGoCommand } from '../../units/goCommand';
import { UnitSubject } from '../types';

/** Programs that look at no variable of the build. */
const blind = new Set([
  ...['[', ':', 'adduser', 'addgroup', 'apk', 'apt', 'apt-get', 'cat', 'cd'],
  ...[
    'chmod',
    'chown',
    'cp',
    'dnf',
    'echo',
    'groupadd',
    'ln',
    'ls',
    'microdnf',
  ],
  ...['mkdir', 'mv', 'printf', 'pwd', 'rm', 'set', 'test', 'touch', 'true'],
  ...['update-ca-certificates', 'useradd', 'yum'],
]);

/**
 * The edits that declare a build argument right before the first instruction of
 * its stage that uses it, or may; labels and variables that are made of it go
 * along. Undefined where it stands there already.
 */
export function moveArgument(
  { unit, model }: UnitSubject,
  { stage }: Step,
  name: string,
): TextEdit[] | undefined {
  const { dockerfile } = unit;
  const { instructions } = stage;
  const declared = instructions.findIndex(
    ({ keyword, pairs = [] }) =>
      keyword === 'ARG' && pairs.some(pair => pair.name === name),
  );
  const declaration = instructions[declared];
  if (!declaration) {
    return undefined;
  }
  const names = new Set([name]);
  const edits: TextEdit[] = [];
  const moved: string[] = [];
  const steps = new Map(model.steps.map(step => [step.instruction, step]));
  const pair = declaration.pairs?.find(own => own.name === name);
  if (!pair || pair.value?.includes('$')) {
    return undefined;
  }
  if (declaration.pairs?.length === 1) {
    const taken = takeInstruction(dockerfile, declaration);
    if (!taken) {
      return undefined;
    }
    edits.push(taken.edit);
    moved.push(taken.text);
  } else {
    const edit = removePair(dockerfile.source, declaration, pair.nameSpan);
    if (!edit) {
      return undefined;
    }
    edits.push(edit);
    moved.push(
      `ARG ${name}${pair.value === undefined ? '' : `=${pair.value}`}`,
    );
  }
  let destination: Instruction | undefined;
  let skipsStep = false;
  for (const instruction of instructions.slice(declared + 1)) {
    const isUsed = uses(instruction, names);
    if (
      (instruction.keyword === 'ENV' || instruction.keyword === 'LABEL') &&
      isUsed
    ) {
      const taken = takeInstruction(dockerfile, instruction);
      const others = (instruction.pairs ?? []).some(
        ({ value = '' }) =>
          instruction.keyword === 'ENV' && !namesIn(value, names),
      );
      if (!taken || others) {
        return undefined;
      }
      edits.push(taken.edit);
      moved.push(taken.text);
      if (instruction.keyword === 'ENV') {
        instruction.pairs?.forEach(own => names.add(own.name));
      }
    } else if (isUsed || mayRead(instruction, steps.get(instruction))) {
      destination = instruction;
      break;
    } else if (
      (instruction.keyword === 'ARG' || instruction.keyword === 'ENV') &&
      instruction.pairs?.some(own => names.has(own.name))
    ) {
      return undefined;
    } else {
      skipsStep ||= steps.has(instruction);
    }
  }
  if (!skipsStep) {
    return undefined;
  }
  const end = instructions.findLastIndex(instruction => steps.has(instruction));
  const next = destination ?? instructions[end + 1];
  const isLast =
    next === undefined || (!destination && edits.some(isWithin(next)));
  const inserted = isLast
    ? insertAfterInstruction(dockerfile, instructions[end], moved)
    : insertInstructions(dockerfile, next, moved);
  return inserted ? [...edits, inserted] : undefined;
}

function isWithin({ span }: Instruction): (edit: TextEdit) => boolean {
  return edit => edit.span.start <= span.start && edit.span.end >= span.end;
}

function uses(
  { text, heredocs, flags }: Instruction,
  names: ReadonlySet<string>,
): boolean {
  return [
    text,
    ...heredocs.map(({ body }) => body),
    ...flags.map(({ value = '' }) => value),
  ].some(part => namesIn(part, names));
}

function namesIn(text: string, names: ReadonlySet<string>): boolean {
  return [...text.matchAll(/[A-Za-z_]\w*/g)].some(([word]) => names.has(word));
}

/** A script may read the variable without naming it here. */
export function mayRead(
  { keyword }: Instruction,
  step: Step | undefined,
): boolean {
  if (keyword === 'ONBUILD' || keyword === 'SHELL') {
    return true;
  }
  if (keyword !== 'RUN') {
    return false;
  }
  const { shell } = step ?? {};
  return (
    shell === undefined ||
    shell.opaque ||
    shell.errors.length > 0 ||
    !shell.commands.every(
      command =>
        command.nameSpan === undefined ||
        blind.has(baseName(command.name ?? '')) ||
        /^(?:mod|build|install|get|vet|clean|env|version)$/.test(
          readGoCommand(command)?.verb ?? '',
        ),
    )
  );
}
