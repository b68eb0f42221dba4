/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../dockerfile/types';
import { outputWord, readGoCommand } from '../units/goCommand';
import { ModelledStep } from './readSteps';

/** Commands that leave no file of their own behind. */
const SILENT: ReadonlySet<string> = new Set([
  ':',
  'cat',
  'echo',
  'export',
  'ls',
  'printf',
  'set',
  'test',
  'true',
  'xx-info',
  'xx-verify',
  '[',
]);

/**
 * The paths that a compile step writes to, beside Go's caches, where its
 * commands leave no doubt: `go build -o /app .` and the like. Undefined when
 * they may write anywhere.
 */
export function compileOutputs({
  step,
  scope,
}: ModelledStep): string[] | undefined {
  const outputs: string[] = [];
  if (!step.shell || step.shell.opaque || step.shell.errors.length > 0) {
    return undefined;
  }
  for (const command of step.shell.commands) {
    const output = outputOf(command);
    if (output === undefined) {
      return undefined;
    }
    if (output !== '') {
      const folder = readGoCommand(command)?.folder?.text ?? '.';
      const { value, unknown } = scope.expand(
        output.startsWith('/') ? output : `${folder}/${output}`,
      );
      if (unknown.length > 0) {
        return undefined;
      }
      outputs.push(scope.resolve(value));
    }
  }
  return outputs;
}

/** The file or folder that a command writes; `''` when it writes none. */
function outputOf(command: ShellCommand): string | undefined {
  const { name, arguments: words, redirects } = command;
  if (redirects.some(({ operator }) => operator.includes('>'))) {
    return undefined;
  }
  if (name === undefined) {
    // Assignments only, or a command that is a variable.
    return words.length === 0 ? '' : undefined;
  }
  if (SILENT.has(name)) {
    return '';
  }
  const goCommand = readGoCommand(command);
  switch (goCommand?.verb) {
    case 'build':
      return outputWord(goCommand.words)?.text;
    case 'env':
    case 'version':
    case 'vet':
      return '';
    case 'mod':
      return /^(?:download|verify)$/.test(goCommand.words[0]?.text ?? '')
        ? ''
        : undefined;
    default:
      return undefined;
  }
}
