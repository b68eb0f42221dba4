/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Dockerfile } from '../../dockerfile/types';
import { TextEdit } from '../../edits/types';
import { PackageCommand, packageCommands } from './packageCommands';

const removal = '&& rm -rf /var/lib/apt/lists/*';

/**
 * Removes the package lists behind the last command of the RUN that needs them.
 * Undefined where the order of the text is not the order in which it runs.
 */
export function cleanAfter(
  dockerfile: Dockerfile,
  { step }: PackageCommand,
  steps: readonly Step[],
): TextEdit | undefined {
  const { instruction, shell } = step;
  const calls = packageCommands(step).filter(
    ({ program, verb }) =>
      /^apt(?:-get)?$/.test(program) && verb.text !== 'clean',
  );
  const last = calls[calls.length - 1];
  const script = [
    instruction.text,
    ...instruction.heredocs.map(({ body }) => body),
  ].join('\n');
  if (
    !last ||
    last.verb.text === 'update' ||
    last.command.piped ||
    last.command.substituted ||
    shell?.opaque ||
    (shell?.errors.length ?? 0) > 0 ||
    /\b(?:for|while|until|if|case|trap|eval|xargs)\b|\(|\{\s|&\s*$|[^&]&[^&]/m.test(
      script,
    ) ||
    needsListsLater(step, steps)
  ) {
    return undefined;
  }
  const { end } = last.command.span;
  return {
    span: { start: end, end },
    text: `${gap(dockerfile, step)}${removal}`,
  };
}

/** A later RUN may install from the lists of this one. */
function needsListsLater(step: Step, steps: readonly Step[]): boolean {
  return steps.some(other => {
    if (other.index <= step.index) {
      return false;
    }
    const calls = packageCommands(other).filter(({ program }) =>
      /^apt(?:-get)?$/.test(program),
    );
    return (
      calls.length > 0 && !calls.some(({ verb }) => verb.text === 'update')
    );
  });
}

/** A blank, or a new line where the RUN has one for each command. */
function gap({ source, escape }: Dockerfile, { instruction }: Step): string {
  const { start, end } = instruction.span;
  const text = source.slice(start, end);
  const found = /(?<![ \t])([ \t]*)(\r?\n)([ \t]*)&&/.exec(text);
  const isContinued =
    instruction.json === undefined &&
    instruction.heredocs.length === 0 &&
    found !== null &&
    text[found.index - 1] === escape;
  return isContinued ? ` ${escape}${found[2]}${found[3]}` : ' ';
}
