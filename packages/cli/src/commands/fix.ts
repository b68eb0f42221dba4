/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command, Option } from 'commander';
import { FixPlan, planFixes, rules } from '@build-hygiene/engine';
import { checkTarget } from '../checkTarget';
import { toJson } from '../formatOption';
import { InputError } from '../InputError';
import { expectReadablePolicy, policyOption } from '../policyOption';
import { FolderOptions, readFolder } from '../readFolder';
import type { CommandContext } from '../run';
import { describeFixPlan } from '../text/describeFixPlan';
import { printable } from '../text/printable';
import { writeChanges } from '../writeChanges';

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
        await writeChanges(directory, {
          snapshot: folder.snapshot,
          changes: plan.changes,
        });
      }
      print(plan, { options, context });
    });
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
