/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Cause, Step } from '../cache/types';
import { Instruction } from '../dockerfile/types';
import { maskSecrets } from '../secrets';
import { RerunReason } from './types';

/** Paths that a sentence names before it says how many more there are. */
const namedPaths = 3;

/** What there is to say of a cause; undefined of steps that are not there. */
export function rerunReason(
  cause: Cause,
  steps: ReadonlyMap<number, Step>,
): RerunReason | undefined {
  switch (cause.kind) {
    case 'files':
      return {
        because: 'files',
        from: originOf(cause.instruction),
        paths: cause.paths.slice(0, namedPaths).map(path => maskSecrets(path)),
        more: Math.max(0, cause.paths.length - namedPaths),
      };
    case 'earlier-step':
    case 'copied-from': {
      const step = steps.get(cause.step);
      return (
        step && {
          because: cause.kind,
          instruction: step.instruction.keyword,
          line: step.instruction.line,
        }
      );
    }
    case 'argument':
      return { because: 'argument', name: maskSecrets(cause.name) };
    case 'instruction':
      return { because: 'instruction' };
    case 'external':
      return cause.change === 'other-context'
        ? { because: 'other-context', name: maskSecrets(cause.context) }
        : { because: cause.change };
    default:
      return cause satisfies never;
  }
}

function originOf(instruction: Instruction) {
  if (instruction.keyword === 'FROM') {
    return 'folder';
  }
  return namesSource(instruction) ? 'named-context' : 'build-context';
}

/** Files that come by `--from` are those of a named context. */
function namesSource({ flags }: Instruction): boolean {
  return flags.some(
    ({ name, value = '' }) =>
      name === 'from' || (name === 'mount' && /(?:^|,)from=/.test(value)),
  );
}
