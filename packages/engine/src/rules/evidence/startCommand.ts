/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction, Stage } from '../../dockerfile/types';
import { StageChain } from './finalImage';

/** How an image starts, as far as its Dockerfile says. */
export interface StartCommand {
  entrypoint?: Instruction;
  command?: Instruction;
}

/**
 * The ENTRYPOINT and CMD in force at the end of a chain. An ENTRYPOINT resets
 * the CMD of the stages below it.
 * https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
export function startCommand(chain: StageChain): StartCommand {
  let result: StartCommand = {};
  for (const stage of [...chain.stages].reverse()) {
    result = applyStage(result, stage);
  }
  return result;
}

function applyStage(below: StartCommand, stage: Stage): StartCommand {
  let { entrypoint, command } = below;
  let ownCommand = false;
  for (const instruction of stage.instructions) {
    if (instruction.keyword === 'CMD') {
      command = instruction;
      ownCommand = true;
    } else if (instruction.keyword === 'ENTRYPOINT') {
      entrypoint = instruction;
      if (!ownCommand) {
        command = undefined;
      }
    }
  }
  return { entrypoint, command };
}
