/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command } from 'commander';
import { scan } from '@build-hygiene/engine';
import { exitStatus } from '../exitStatus';
import { FailOn, gateFailure, parseFailOn } from '../failOn';
import { formatOption, toJson } from '../formatOption';
import { checkTarget } from '../checkTarget';
import { FolderOptions, readFolder } from '../readFolder';
import type { CommandContext } from '../run';
import { describeScan } from '../text/describeScan';
import { printable } from '../text/printable';
import { createStyle } from '../text/style';

interface ScanCommandOptions extends FolderOptions {
  format: 'text' | 'json';
  failOn?: FailOn;
}

/** `build-hygiene scan`. */
export function addScanCommand(
  program: Command,
  context: CommandContext,
): void {
  program
    .command('scan')
    .description('check the Dockerfiles and Go modules of a folder')
    .argument('[dir]', 'folder of the repository', '.')
    .addOption(formatOption())
    .option('--dockerfile <path>', 'check this Dockerfile only')
    .option('--context <dir>', 'build context of the Dockerfiles')
    .option('--target <stage>', 'stage that is built')
    .option(
      '--fail-on <severity|score:NN>',
      'exit with status 1 on an open check of this severity or higher, or below this score',
      parseFailOn,
    )
    .action(async (directory: string, options: ScanCommandOptions) => {
      const folder = await readFolder(directory, options);
      checkTarget(folder);
      const { report } = scan(folder.snapshot, {
        ...folder.options,
        fixes: true,
      });
      context.stdout.write(
        options.format === 'json'
          ? toJson(report)
          : describeScan(printable(report), createStyle(context.stdout)),
      );
      const failure = options.failOn && gateFailure(report, options.failOn);
      if (failure !== undefined) {
        context.stderr.write(`build-hygiene: the gate failed: ${failure}\n`);
        context.exitWith(exitStatus.gateFailed);
      }
    });
}
