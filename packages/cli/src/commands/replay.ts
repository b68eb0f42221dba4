/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command, InvalidArgumentError } from 'commander';
import {
  HistoryReplay,
  ReplayReport,
  ScanOptions,
  Snapshot,
} from '@build-hygiene/engine';
import { readHistory } from '@build-hygiene/local-snapshot';
import { checkTarget } from '../checkTarget';
import { formatOption, toJson } from '../formatOption';
import { InputError } from '../InputError';
import { expectFolder, FolderOptions } from '../readFolder';
import type { CommandContext } from '../run';
import { describeReplayReport } from '../text/describeReplayReport';
import { printable } from '../text/printable';
import { createStyle } from '../text/style';

const MAXIMUM_COMMITS = 10_000;

/** `build-hygiene replay`. */
export function addReplayCommand(
  program: Command,
  context: CommandContext,
): void {
  program
    .command('replay')
    .description('replay the git history: what each commit took from the cache')
    .argument('[dir]', 'folder of the repository', '.')
    .option(
      '--commits <number>',
      'how many commits, counted back from the one that is checked out',
      parseCommits,
      50,
    )
    .addOption(formatOption())
    .option('--dockerfile <path>', 'replay this Dockerfile only')
    .option('--context <dir>', 'build context of the Dockerfiles')
    .option('--target <stage>', 'stage that is built')
    .action(
      async (
        directory: string,
        options: FolderOptions & { commits: number; format: 'text' | 'json' },
      ) => {
        await expectFolder(directory);
        const report = await replay(directory, options);
        context.stdout.write(
          options.format === 'json'
            ? toJson(report)
            : describeReplayReport(
                printable(report),
                createStyle(context.stdout),
              ),
        );
      },
    );
}

function parseCommits(text: string): number {
  const commits = Number(text);
  if (!/^\d{1,6}$/.test(text) || commits < 1 || commits > MAXIMUM_COMMITS) {
    throw new InvalidArgumentError(
      `Give a number from 1 to ${MAXIMUM_COMMITS}.`,
    );
  }
  return commits;
}

async function replay(
  directory: string,
  { commits, dockerfile, context, target }: FolderOptions & { commits: number },
): Promise<ReplayReport> {
  const options: ScanOptions = {
    ...(dockerfile !== undefined && {
      dockerfiles: [pathInHistory(dockerfile)],
    }),
    ...(context !== undefined && { context: pathInHistory(context) }),
    ...(target !== undefined && { target }),
  };
  const history = new HistoryReplay(options);
  let newest: Snapshot | undefined;
  try {
    for await (const commit of readHistory(directory, {
      commits,
      alsoRead: options.dockerfiles,
    })) {
      history.add(commit);
      newest = commit.snapshot;
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${directory}: the history cannot be read: ${reason}`);
  }
  if (newest) {
    checkTarget({ snapshot: newest, options });
  }
  const report = history.report();
  if (dockerfile !== undefined && report.units.length === 0) {
    throw new InputError(
      `${dockerfile}: no commit of the last ${report.commits} has such a file in ${directory}`,
    );
  }
  return report;
}

/**
 * A path of the command line, relative to the folder. The work tree need not
 * have it: an earlier commit may.
 */
function pathInHistory(given: string): string {
  const parts = given
    .split(/[\\/]/)
    .filter(part => part !== '' && part !== '.');
  if (given.startsWith('/') || parts.includes('..')) {
    throw new InputError(
      `${given}: give a path relative to the folder of the repository`,
    );
  }
  return parts.join('/') || '.';
}
