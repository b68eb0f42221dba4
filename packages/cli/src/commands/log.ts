/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createReadStream, promises as fs } from 'node:fs';
import { Readable } from 'node:stream';
import { Command, Option } from 'commander';
import {
  BuildLogReading,
  BuildOutcome,
  compareBuilds,
  readBuildLog,
} from '@build-hygiene/engine';
import { exitStatus } from '../exitStatus';
import { formatOption, toJson } from '../formatOption';
import { InputError } from '../InputError';
import type { CommandContext } from '../run';
import { describeBuild } from '../text/describeBuild';
import { describeComparison } from '../text/describeComparison';
import { printable } from '../text/printable';
import { createStyle } from '../text/style';

interface LogOptions {
  format: 'text' | 'json';
  failOn?: 'failure';
  compare?: string;
}

/** `build-hygiene log`. */
export function addLogCommand(program: Command, context: CommandContext): void {
  program
    .command('log')
    .description(
      'read the log or the record of a docker build: steps, cache use, failure',
    )
    .argument(
      '<file>',
      'log file, .dockerbuild record, or - for standard input',
    )
    .addOption(formatOption())
    .addOption(
      new Option(
        '--fail-on <outcome>',
        'exit with status 1 on this outcome',
      ).choices(['failure']),
    )
    .addOption(
      new Option(
        '--compare <other>',
        'log or record of another build: what differs, and what it costs',
      ),
    )
    .action(async (file: string, options: LogOptions) => {
      const { compare, format } = options;
      if (compare === '-' && file === '-') {
        throw new InputError('only one of the logs can be standard input');
      }
      const reading = await readLog(file, context);
      const style = createStyle(context.stdout);
      if (compare === undefined) {
        context.stdout.write(
          format === 'json'
            ? toJson(reading)
            : describeBuild(printable(reading), style),
        );
        refuseUnknown(reading, file);
      } else {
        const other = await readLog(compare, context);
        refuseUnknown(reading, file);
        refuseUnknown(other, compare);
        const comparison = compareBuilds(other, reading);
        context.stdout.write(
          format === 'json'
            ? toJson(comparison)
            : describeComparison(printable(comparison), style),
        );
      }
      if (options.failOn && hasOutcome(reading, options.failOn)) {
        context.exitWith(exitStatus.gateFailed);
      }
    });
}

/**
 * In a log a later build may be another try of an earlier one. The builds of a
 * record are targets of one bake: each of them counts.
 */
function hasOutcome(reading: BuildLogReading, outcome: BuildOutcome): boolean {
  const builds =
    reading.format === 'buildx-history' ? reading.builds : undefined;
  return (builds ?? [reading]).some(build => build.outcome === outcome);
}

function refuseUnknown(reading: BuildLogReading, file: string) {
  if (reading.format === 'unknown') {
    throw new InputError(`${nameOf(file)}: ${reading.warnings.join('; ')}`);
  }
}

function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

async function readLog(file: string, context: CommandContext) {
  if (file !== '-') {
    const stat = await fs.stat(file).catch(() => undefined);
    if (!stat) {
      throw new InputError(`${file}: there is no such file`);
    }
    if (stat.isDirectory()) {
      throw new InputError(`${file}: this is a folder, not a log`);
    }
  }
  const input: Readable = file === '-' ? context.stdin : createReadStream(file);
  try {
    return await readBuildLog(input);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${nameOf(file)}: the log cannot be read: ${reason}`);
  }
}
