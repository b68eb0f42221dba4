/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Readable, Writable } from 'node:stream';
import { Command, CommanderError } from 'commander';
import { version } from '../package.json';
import { addFixCommand } from './commands/fix';
import { addLogCommand } from './commands/log';
import { addMatrixCommand } from './commands/matrix';
import { addPushCommand } from './commands/push';
import { addReplayCommand } from './commands/replay';
import { addRulesCommand } from './commands/rules';
import { addScanCommand } from './commands/scan';
import { exitStatus } from './exitStatus';
import { InputError } from './InputError';

/**
 * Where the command reads from and writes to: `process`, or streams of a test.
 *
 * @public
 */
export interface CommandStreams {
  stdin: Readable;
  stdout: Writable & { isTTY?: boolean };
  stderr: Writable;
}

/** What a subcommand gets. */
export interface CommandContext extends CommandStreams {
  /** Says how the process is to end; the highest status counts. */
  exitWith(status: number): void;
}

/**
 * Runs the command line and returns its exit status. Never throws and never
 * ends the process: what cannot be read is told in one line on `stderr`.
 *
 * @public
 */
export async function run(
  args: readonly string[],
  streams: CommandStreams,
): Promise<number> {
  let status: number = exitStatus.fine;
  const context: CommandContext = {
    stdin: streams.stdin,
    stdout: streams.stdout,
    stderr: streams.stderr,
    exitWith: next => {
      status = Math.max(status, next);
    },
  };
  const program = new Command('build-hygiene')
    .description('Makes Docker builds of Go services fast, safe and repeatable')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: text => streams.stdout.write(text),
      writeErr: text => streams.stderr.write(text),
    });
  addScanCommand(program, context);
  addFixCommand(program, context);
  addMatrixCommand(program, context);
  addReplayCommand(program, context);
  addLogCommand(program, context);
  addPushCommand(program, context);
  addRulesCommand(program, context);
  for (const command of program.commands) {
    command.exitOverride().copyInheritedSettings(program);
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitStatus.fine : exitStatus.badInput;
    }
    const message = error instanceof Error ? error.message : String(error);
    streams.stderr.write(
      error instanceof InputError
        ? `build-hygiene: ${message}\n`
        : `build-hygiene: unexpected error: ${message}\n`,
    );
    return exitStatus.badInput;
  }
}
