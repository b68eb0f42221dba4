/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { CacheModel, Step } from '../../cache/types';
import { ShellCommand } from '../../dockerfile/types';
import { baseName } from '../../snapshot/repositoryPath';
import { UnitSubject } from '../types';
import { once } from './once';

/** A command of a RUN with the step that runs it. */
export interface RunCommand {
  step: Step;
  command: ShellCommand;
  /** The program without its folder; `''` where it is not known. */
  program: string;
  /** The words behind the program. */
  words: readonly string[];
}

const commandsOf = once(readCommands);

/** The commands of the stages that are built, in the order of the file. */
export function runCommands({ model }: UnitSubject): readonly RunCommand[] {
  return commandsOf(model);
}

function readCommands({ steps }: CacheModel): RunCommand[] {
  return steps.flatMap(step =>
    (step.shell?.commands ?? []).map(command => ({
      step,
      command,
      program: baseName(command.name ?? ''),
      words: command.arguments.map(({ text }) => text),
    })),
  );
}

/** Programs that run the program that their words name. */
const wrappers = new Set(['sudo', 'env', 'time', 'nice', 'command', 'exec']);

/** The command behind `sudo`, `env`, `time` and the like, if it is one. */
export function unwrapCommand(run: RunCommand): RunCommand {
  if (!wrappers.has(run.program)) {
    return run;
  }
  const index = run.words.findIndex(
    word => !word.startsWith('-') && !/^\w+=/.test(word),
  );
  return index < 0
    ? run
    : {
        ...run,
        program: baseName(run.words[index]),
        words: run.words.slice(index + 1),
      };
}

export const noCommandsReason = 'No step runs a command that can be read.';
