/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../../dockerfile/parseDockerfile';
import { parseShell } from '../../dockerfile/parseShell';
import { readMounts } from '../../dockerfile/readMounts';
import { ShellCommand } from '../../dockerfile/types';
import { readGoWork } from '../../cache/goWork';
import { isGo } from '../../units/goCommand';
import { BuildStep } from '../types';
import { stepText } from './identifySteps';

/** What the text of a step says of its use of Go. */
export interface StepWork {
  /** Fetches modules with a command for that, such as `go mod download`. */
  fetches: boolean;
  /** Compiles, or installs a program; either fetches what is not there. */
  compiles: boolean;
  /** Whether it would write a line for a module that it has to fetch. */
  announces: boolean;
  /** Has a cache mount. */
  hasCacheMount: boolean;
}

const none: StepWork = {
  fetches: false,
  compiles: false,
  announces: false,
  hasCacheMount: false,
};

/** `go mod download` tells of its downloads with `-x` only. */
function announces(command: ShellCommand): boolean {
  const words = command.arguments.map(({ text }) => text);
  const isSilent =
    isGo(command.name) && words.includes('mod') && words.includes('download');
  return !isSilent || words.includes('-x');
}

// Several measures ask for the same step.
const known = new WeakMap<BuildStep, StepWork>();

/** Reads the instruction in a step's name, as the builder prints it. */
export function readStepWork(step: BuildStep): StepWork {
  if (step.internal || step.instruction !== 'RUN') {
    return none;
  }
  const work = known.get(step) ?? parseWork(step);
  known.set(step, work);
  return work;
}

function parseWork(step: BuildStep): StepWork {
  const dockerfile = parseDockerfile(`FROM scratch\n${stepText(step)}\n`);
  const instruction = dockerfile.stages[0]?.instructions.find(
    ({ keyword }) => keyword === 'RUN',
  );
  if (!instruction) {
    return none;
  }
  const works = parseShell(dockerfile, instruction).commands.map(command => ({
    ...readGoWork(command),
    announces: announces(command),
  }));
  const atWork = works.filter(
    ({ fetches, compiles, installsTool }) =>
      fetches || compiles || installsTool,
  );
  return {
    fetches: works.some(({ fetches }) => fetches),
    compiles: works.some(
      ({ compiles, installsTool }) => compiles || installsTool,
    ),
    announces: atWork.some(work => work.announces),
    hasCacheMount: readMounts(instruction).some(({ type }) => type === 'cache'),
  };
}
