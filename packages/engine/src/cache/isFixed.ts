/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { ModelledStep } from './readSteps';
import { writtenPaths } from './writtenPaths';

/** Commands that do the same whatever files there are. */
const FIXED: ReadonlySet<string> = new Set([
  ':',
  '[',
  'addgroup',
  'adduser',
  'cd',
  'chmod',
  'chown',
  'echo',
  'export',
  'groupadd',
  'id',
  'ln',
  'mkdir',
  'printf',
  'rm',
  'set',
  'test',
  'touch',
  'true',
  'useradd',
]);

/**
 * Whether a step leaves the same behind each time it runs, whatever was copied
 * before it. What chmod and the like change of copied files changes with those
 * files, which are told apart on their own.
 */
export function isFixed(modelled: ModelledStep): boolean {
  const { instruction, shell } = modelled.step;
  if (
    instruction.keyword === 'WORKDIR' ||
    writtenPaths(modelled)?.length === 0
  ) {
    return true;
  }
  return (
    shell !== undefined &&
    !shell.opaque &&
    shell.errors.length === 0 &&
    shell.commands.every(
      ({ name, arguments: words }) =>
        name !== undefined &&
        FIXED.has(name) &&
        words.every(word => word.static),
    )
  );
}
