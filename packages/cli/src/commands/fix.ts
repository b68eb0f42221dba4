/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command, Option } from 'commander';
import {
  FileChange,
  FixPlan,
  planFixes,
  rules,
  Snapshot,
} from '@build-hygiene/engine';
import { writeChanges } from '@build-hygiene/local-snapshot';
import { checkTarget } from '../checkTarget';
import { toJson } from '../formatOption';
import { InputError } from '../InputError';
import { expectReadablePolicy, policyOption } from '../policyOption';
import { FolderOptions, readFolder } from '../readFolder';
import type { CommandContext } from '../run';
import { describeFixPlan } from '../text/describeFixPlan';
import { printable } from '../text/printable';

interface FixCommandOptions extends FolderOptions {
  format: 'diff' | 'json';
  rule?: string[];
  safeOnly?: boolean;
  write?: boolean;
}

/** `build-hygiene fix`. */
export function addFixCommand(program: Command, context: CommandContext): void {
  program
    .command('fix')
    .description('print verified fixes as a diff that `git apply` takes')
    .argument('[dir]', 'folder of the repository', '.')
    .addOption(
      new Option('--format <format>', 'how to print the fixes')
        .choices(['diff', 'json'])
        .default('diff'),
    )
    .addOption(policyOption())
    .option('--rule <id...>', 'fix what these rules find only')
    .option('--safe-only', 'leave out what a person has to look at')
    .option('--write', 'change the files as well')
    .option('--dockerfile <path>', 'fix this Dockerfile only')
    .option('--context <dir>', 'build context of the Dockerfiles')
    .option('--target <stage>', 'stage that is built')
    .action(async (directory: string, options: FixCommandOptions) => {
      expectRules(options.rule ?? []);
      const folder = await readFolder(directory, options);
      checkTarget(folder);
      expectReadablePolicy(folder);
      const plan = planFixes(folder.snapshot, {
        ...folder.options,
        ...(options.rule && { rules: options.rule }),
        ...(options.safeOnly && { safeOnly: true }),
      });
      if (options.write) {
        await writeFiles(directory, folder.snapshot, plan.changes);
      }
      print(plan, { options, context });
    });
}

async function writeFiles(
  directory: string,
  snapshot: Snapshot,
  changes: readonly FileChange[],
): Promise<void> {
  try {
    await writeChanges(directory, { snapshot, changes });
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : `${error}`);
  }
}

function print(
  plan: FixPlan,
  {
    options: { format, write },
    context,
  }: { options: FixCommandOptions; context: CommandContext },
): void {
  if (format === 'json') {
    context.stdout.write(toJson(plan));
    return;
  }
  // The diff is for a program to read; what is to be said goes beside it.
  context.stdout.write(plan.diff);
  context.stderr.write(
    describeFixPlan(printable(plan), { written: write === true }),
  );
}

function expectRules(ids: readonly string[]): void {
  for (const id of ids) {
    if (!rules.some(rule => rule.id === id)) {
      throw new InputError(
        `there is no rule ${id}; \`build-hygiene rules\` lists them`,
      );
    }
  }
}
