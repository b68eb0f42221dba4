/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command, Option } from 'commander';
import {
  BuilderProfileKind,
  builderProfileKinds,
  MatrixReport,
  scan,
} from '@build-hygiene/engine';
import { formatOption, toJson } from '../formatOption';
import { checkTarget } from '../checkTarget';
import { policyOption } from '../policyOption';
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
    .addOption(policyOption())
    .option('--dockerfile <path>', 'show this Dockerfile only')
    .option('--context <dir>', 'build context of the Dockerfiles')
    .option('--target <stage>', 'stage that is built')
    .addOption(
      new Option(
        '--profile <builder>',
        'builder to show; auto: the one that the workflows tell of',
      )
        .choices([...builderProfileKinds, 'auto'])
        .default('auto'),
    )
    .action(
      async (
        directory: string,
        options: FolderOptions & {
          format: 'text' | 'json';
          profile: BuilderProfileKind | 'auto';
        },
      ) => {
        const folder = await readFolder(directory, options);
        checkTarget(folder);
        const matrix = withProfile(
          scan(folder.snapshot, folder.options).matrix,
          options.profile,
        );
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

/** What the user says of the builder counts more than what files say. */
function withProfile(
  { units }: MatrixReport,
  profile: BuilderProfileKind | 'auto',
): MatrixReport {
  return profile === 'auto'
    ? { units }
    : {
        units: units.map(unit => ({
          ...unit,
          profile: { kind: profile, reason: 'Chosen with --profile.' },
        })),
      };
}
