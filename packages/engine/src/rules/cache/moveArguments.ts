/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Dockerfile, Instruction, NameValue } from '../../dockerfile/types';
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
 * The edits that declare build arguments right before the first instruction of
 * their stage that uses one of them, or may; labels and variables that are made
 * of them go along, all in the order that they have. Undefined where they stand
 * there already.
 */
export function moveArguments(
  { unit, model }: UnitSubject,
  { stage }: Step,
  wanted: readonly string[],
): TextEdit[] | undefined {
  const { dockerfile } = unit;
  const { instructions } = stage;
  const wantedNames = new Set(wanted);
  const names = new Set<string>();
  const edits: TextEdit[] = [];
  const moved: string[] = [];
  const steps = new Map(model.steps.map(step => [step.instruction, step]));
  let destination: Instruction | undefined;
  let skipsStep = false;
  for (const instruction of instructions) {
    const { keyword, pairs = [] } = instruction;
    const declared = pairs.filter(({ name }) => wantedNames.has(name));
    const isUsed = uses(instruction, names);
    if (keyword === 'ARG' && declared.length > 0) {
      const taken = takeArguments(dockerfile, instruction, declared);
      if (!taken || isUsed) {
        return undefined;
      }
      edits.push(...taken.edits);
      moved.push(taken.text);
      declared.forEach(({ name }) => names.add(name));
    } else if ((keyword === 'ENV' || keyword === 'LABEL') && isUsed) {
      const taken = takeInstruction(dockerfile, instruction);
      const hasOthers =
        keyword === 'ENV' &&
        pairs.some(({ value = '' }) => !namesIn(value, names));
      if (!taken || hasOthers) {
        return undefined;
      }
      edits.push(taken.edit);
      moved.push(taken.text);
      if (keyword === 'ENV') {
        pairs.forEach(({ name }) => names.add(name));
      }
    } else if (
      names.size > 0 &&
      (isUsed || mayRead(instruction, steps.get(instruction)))
    ) {
      destination = instruction;
      break;
    } else {
      skipsStep ||= names.size > 0 && steps.has(instruction);
    }
  }
  // One that is declared below its first use stays where it is.
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
  return inserted && [...joined(dockerfile, edits), inserted];
}

function takeArguments(
  dockerfile: Dockerfile,
  instruction: Instruction,
  declared: readonly NameValue[],
): { text: string; edits: TextEdit[] } | undefined {
  if (declared.some(({ value = '' }) => value.includes('$'))) {
    return undefined;
  }
  if (declared.length === instruction.pairs?.length) {
    const taken = takeInstruction(dockerfile, instruction);
    return taken && { text: taken.text, edits: [taken.edit] };
  }
  const [pair, ...others] = declared;
  const edit =
    others.length === 0
      ? removePair(dockerfile.source, instruction, pair.nameSpan)
      : undefined;
  return (
    edit && {
      text: `ARG ${pair.name}${
        pair.value === undefined ? '' : `=${pair.value}`
      }`,
      edits: [edit],
    }
  );
}

/** Edits with nothing but empty lines in between make one. */
function joined(
  { source }: Dockerfile,
  edits: readonly TextEdit[],
): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (
      last &&
      source.slice(last.span.end, edit.span.start).trim() === '' &&
      /^(?:|[^]*\n)$/.test(source.slice(last.span.start, last.span.end))
    ) {
      last.span = { start: last.span.start, end: edit.span.end };
    } else {
      result.push({ ...edit });
    }
  }
  return result;
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
  return (
    names.size > 0 &&
    [...text.matchAll(/[A-Za-z_]\w*/g)].some(([word]) => names.has(word))
  );
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
