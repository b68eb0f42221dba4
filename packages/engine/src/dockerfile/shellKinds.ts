/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile, Instruction, Stage } from './types';
import { stageGraph } from './stageGraph';

const POSIX_SHELLS = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'zsh']);
const OTHER_INTERPRETERS =
  /^(?:python|pypy|node|nodejs|deno|bun|perl|ruby|php|lua|Rscript|pwsh|powershell|cmd|awk|gawk|mawk|sed|tclsh|expect|psql|mysql|sqlite3)[0-9.]*(?:\.exe)?$/;

/** The file name of a command: `/bin/sh` is `sh`. */
export function commandName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a command is a shell that reads POSIX scripts. */
export function isPosixShell(path: string): boolean {
  return POSIX_SHELLS.has(commandName(path));
}

/** Whether a command reads a script in another language. */
export function isOtherInterpreter(path: string): boolean {
  return OTHER_INTERPRETERS.test(commandName(path));
}

/**
 * Where the script stands in the arguments of a shell: the index of the word
 * behind `-c`, `file` when the shell reads a file, `input` when it reads its
 * standard input.
 */
export function findShellScript(
  argumentTexts: readonly string[],
): number | 'file' | 'input' {
  let isCommand = false;
  for (let index = 0; index < argumentTexts.length; index++) {
    const text = argumentTexts[index];
    if (text === '--' || text === '-') {
      return operand(index + 1);
    }
    if (text.startsWith('--')) {
      continue;
    }
    if (!/^[-+]./.test(text)) {
      return operand(index);
    }
    if (text.startsWith('-') && text.includes('c')) {
      isCommand = true;
    }
    // `-o pipefail`, also as `-euxo pipefail`, takes the next word.
    if (/^[-+][A-Za-z]*[oO]$/.test(text)) {
      index++;
    }
    if (text.startsWith('-') && text.includes('s') && !isCommand) {
      return 'input';
    }
  }
  return 'input';

  function operand(index: number): number | 'file' | 'input' {
    if (index >= argumentTexts.length) {
      return 'input';
    }
    return isCommand ? index : 'file';
  }
}

/** The language of a `#!` line: a POSIX shell, another one, or no such line. */
export function readShebang(body: string): 'posix' | 'other' | 'none' {
  if (!body.startsWith('#!')) {
    return 'none';
  }
  const lineEnd = body.indexOf('\n');
  const words = body
    .slice(2, lineEnd < 0 ? body.length : lineEnd)
    .trim()
    .split(/[\t ]+/);
  const interpreter =
    commandName(words[0]) === 'env'
      ? words
          .slice(1)
          .find(word => !word.startsWith('-') && !word.includes('='))
      : words[0];
  return interpreter !== undefined && isPosixShell(interpreter)
    ? 'posix'
    : 'other';
}

const shells = new WeakMap<Dockerfile, Map<Instruction, readonly string[]>>();

/**
 * The SHELL in force at an instruction, inherited from the stages below;
 * `undefined` for Docker's default. Images for Windows have `cmd`.
 */
export function shellAt(
  dockerfile: Dockerfile,
  instruction: Instruction,
): readonly string[] | undefined {
  let known = shells.get(dockerfile);
  if (!known) {
    known = readShells(dockerfile);
    shells.set(dockerfile, known);
  }
  return known.get(instruction);
}

function readShells(
  dockerfile: Dockerfile,
): Map<Instruction, readonly string[]> {
  const known = new Map<Instruction, readonly string[]>();
  if (!dockerfile.stages.some(namesShell)) {
    return known;
  }
  const { bases } = stageGraph(dockerfile);
  const atEnd = new Map<Stage, readonly string[] | undefined>();
  for (const stage of dockerfile.stages) {
    const base = bases.get(stage);
    let shell = base ? atEnd.get(base) : imageShell(stage.base);
    for (const instruction of stage.instructions) {
      if (instruction.keyword === 'SHELL' && instruction.json?.length) {
        shell = instruction.json;
      }
      if (shell) {
        known.set(instruction, shell);
        if (instruction.trigger) {
          known.set(instruction.trigger, shell);
        }
      }
    }
    atEnd.set(stage, shell);
  }
  return known;
}

/** Whether there is any other shell than Docker's default. */
function namesShell({ base, instructions }: Stage): boolean {
  return (
    imageShell(base) !== undefined ||
    instructions.some(({ keyword }) => keyword === 'SHELL')
  );
}

function imageShell(base: string): readonly string[] | undefined {
  return /(?:^|\/)windows(?:\/|$)|nanoserver|windowsservercore/i.test(base)
    ? ['cmd', '/S', '/C']
    : undefined;
}
