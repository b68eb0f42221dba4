/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command, Option } from 'commander';
import {
  describeMarkdown,
  describeRule,
  describeSarif,
  rules,
  scan,
  ScanReport,
} from '@build-hygiene/engine';
import { version } from '../../package.json';
import { exitStatus } from '../exitStatus';
import { FailOn, gateFailure, parseFailOn } from '../failOn';
import { toJson } from '../formatOption';
import { checkTarget } from '../checkTarget';
import { expectReadablePolicy, policyOption } from '../policyOption';
import { lookUpModules } from '../lookUpModules';
import { FolderOptions, readFolder } from '../readFolder';
import type { CommandContext } from '../run';
import { describeScan } from '../text/describeScan';
import { printable } from '../text/printable';
import { createStyle } from '../text/style';

type ScanFormat = 'text' | 'json' | 'sarif' | 'markdown';

interface ScanCommandOptions extends FolderOptions {
  format: ScanFormat;
  failOn?: FailOn;
  proxy?: string;
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
    .addOption(
      new Option('--format <format>', 'how to print the result')
        .choices(['text', 'json', 'sarif', 'markdown'])
        .default('text'),
    )
    .addOption(policyOption())
    .option('--dockerfile <path>', 'check this Dockerfile only')
    .option('--context <dir>', 'build context of the Dockerfiles')
    .option('--target <stage>', 'stage that is built')
    .option(
      '--proxy <list>',
      'ask these module proxies, written as GOPROXY is, for retracted and deprecated modules',
    )
    .option(
      '--fail-on <severity|score:NN>',
      'exit with status 1 on an open check of this severity or higher, or below this score',
      parseFailOn,
    )
    .action(async (directory: string, options: ScanCommandOptions) => {
      const folder = await readFolder(directory, options);
      checkTarget(folder);
      const moduleFacts =
        options.proxy === undefined
          ? undefined
          : await lookUpModules(folder.snapshot, {
              list: options.proxy,
              context,
            });
      const { report } = scan(folder.snapshot, {
        ...folder.options,
        ...(moduleFacts && { moduleFacts }),
        fixes: true,
      });
      context.stdout.write(print(report, { format: options.format, context }));
      // After it, so that the report is not lost.
      expectReadablePolicy(folder);
      const failure = options.failOn && gateFailure(report, options.failOn);
      if (failure !== undefined) {
        context.stderr.write(`build-hygiene: the gate failed: ${failure}\n`);
        context.exitWith(exitStatus.gateFailed);
      }
    });
}

function print(
  report: ScanReport,
  { format, context }: { format: ScanFormat; context: CommandContext },
): string {
  switch (format) {
    case 'text':
      return describeScan(printable(report), createStyle(context.stdout));
    case 'json':
      return toJson(report);
    case 'sarif':
      return toJson(
        describeSarif(report, { rules: rules.map(describeRule), version }),
      );
    case 'markdown':
      return describeMarkdown(printable(report));
    default:
      return format satisfies never;
  }
}
