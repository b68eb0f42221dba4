/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Command } from 'commander';
import { describeRule, rules, rulesetVersion } from '@build-hygiene/engine';
import { formatOption, toJson } from '../formatOption';
import type { CommandContext } from '../run';
import { describeRules } from '../text/describeRules';
import { createStyle } from '../text/style';

/** `build-hygiene rules`. */
export function addRulesCommand(
  program: Command,
  context: CommandContext,
): void {
  program
    .command('rules')
    .description('list the rules: what they look for, why, and how to comply')
    .addOption(formatOption())
    .option('--examples', 'add good and bad repositories to the JSON')
    .action((options: { format: 'text' | 'json'; examples?: true }) => {
      const described = rules.map(rule => ({
        ...describeRule(rule),
        ...(options.examples && { examples: rule.examples }),
      }));
      context.stdout.write(
        options.format === 'json'
          ? toJson({ rulesetVersion, rules: described })
          : describeRules(described, createStyle(context.stdout)),
      );
    });
}
