/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command } from 'commander';
import { scan } from '@build-hygiene/engine';
import { formatOption, toJson } from '../formatOption';
import { checkTarget } from '../checkTarget';
import { FolderOptions, readFolder } from '../readFolder';
import type { CommandContext } from '../run';
import { describeMatrixReport } from '../text/describeMatrixReport';
import { printable } from '../text/printable';
import { createStyle } from '../text/style';

/** `build-hygiene matrix`. */
export function addMatrixCommand(
  program: Command,
  context: CommandContext,
): void {
  program
    .command('matrix')
    .description('show which build steps re-run when what changes')
    .argument('[dir]', 'folder of the repository', '.')
    .addOption(formatOption())
    .option('--dockerfile <path>', 'show this Dockerfile only')
    .option('--context <dir>', 'build context of the Dockerfiles')
    .option('--target <stage>', 'stage that is built')
    .action(
      async (
        directory: string,
        options: FolderOptions & { format: 'text' | 'json' },
      ) => {
        const folder = await readFolder(directory, options);
        checkTarget(folder);
        const { matrix } = scan(folder.snapshot, folder.options);
        context.stdout.write(
          options.format === 'json'
            ? toJson(matrix)
            : describeMatrixReport(
                printable(matrix),
                createStyle(context.stdout),
              ),
        );
      },
    );
}
