/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Option } from 'commander';

/** `--format`, as every subcommand has it. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how to print the result')
    .choices(['text', 'json'])
    .default('text');
}

/** JSON as the contract has it, for people too. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
