/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../../dockerfile/parseShell';
import { sourceOffset } from '../../dockerfile/sourceOffset';
import { Dockerfile, Instruction } from '../../dockerfile/types';
import { FixProposal, TextEdit } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import { readFinalImage, StageChain } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { startCommand } from '../evidence/startCommand';
import { lacksShell } from '../facts/baseImages';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { shellFormExamples } from './shellForm.examples';

export const shellForm: UnitRule = {
  id: 'image/shell-form',
  category: 'image',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'The image starts its program directly',
    fail: 'The image starts its program through a shell',
  },
  why: 'In shell form `/bin/sh` is process 1 and does not pass signals on: the service is killed after the grace period instead of shutting down. On scratch and distroless there is no shell, and the container does not start at all.',
  howToFix:
    'Write ENTRYPOINT and CMD as a JSON list with double quotes: `ENTRYPOINT ["/app", "--port=8080"]`. Where a variable has to be expanded, let the shell replace itself: `CMD exec /app --port=$PORT`.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/reference/build-checks/json-args-recommended/',
    'https://docs.docker.com/reference/dockerfile/#shell-and-exec-form',
    'https://github.com/GoogleContainerTools/distroless#entrypoints',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: shellFormExamples,
};

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  if (startParts(chain).length === 0) {
    return notApplicable('The image sets neither ENTRYPOINT nor CMD.');
  }
  const noShell = hasNoShell(chain);
  const wrong = wrongParts(chain);
  if (wrong.length === 0) {
    return { state: 'pass' };
  }
  return {
    state: 'fail',
    severity: noShell ? 'high' : undefined,
    findings: wrong.map(part =>
      findingAt(unit.dockerfile, part, describe(part, noShell)),
    ),
  };
}

function propose({ unit }: UnitSubject): FixProposal | undefined {
  const { chain } = readFinalImage(unit);
  if (!chain) {
    return undefined;
  }
  const edits: TextEdit[] = [];
  for (const part of wrongParts(chain)) {
    const words = execWords(unit.dockerfile, part);
    if (!words) {
      return undefined;
    }
    const start = sourceOffset(part, 0);
    edits.push({
      span: { start, end: part.span.end },
      text: `[${words.map(word => JSON.stringify(word)).join(', ')}]`,
    });
  }
  const { entrypoint, command } = startCommand(chain);
  return {
    title: 'Start the program directly',
    // Words behind an ENTRYPOINT are its arguments, a shell's command was not.
    ...(entrypoint && command
      ? {
          safety: 'needs-review',
          review:
            'ENTRYPOINT and CMD are joined in another way: check the arguments that the program gets.',
        }
      : { safety: 'safe' }),
    changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
  };
}

/** Commands that there is no program for. */
const shellBuiltins: ReadonlySet<string> = new Set([
  ...['.', ':', 'alias', 'cd', 'eval', 'exec', 'exit', 'export', 'read'],
  ...['return', 'set', 'shift', 'source', 'trap', 'ulimit', 'umask', 'unset'],
  ...['wait', 'if', 'for', 'while', 'until', 'case'],
]);

/** The words of a command that a shell would do nothing to. */
function execWords(
  dockerfile: Dockerfile,
  part: Instruction,
): string[] | undefined {
  if (/^\[\s*(?:'[^'"\\]*'\s*(?:,\s*)?)*\]$/.test(part.text)) {
    return [...part.text.matchAll(/'([^']*)'/g)].map(([, word]) => word);
  }
  const { commands, opaque, errors } = parseShell(dockerfile, part);
  const [command] = commands;
  if (opaque || errors.length > 0 || commands.length !== 1) {
    return undefined;
  }
  const { name, nameSpan, arguments: words, environment, redirects } = command;
  const isPlain =
    name !== undefined &&
    nameSpan !== undefined &&
    !shellBuiltins.has(name) &&
    environment.length === 0 &&
    redirects.length === 0 &&
    /^[^!(){}|&;]*$/.test(part.text) &&
    [name, ...words.map(({ text }) => text)].every(
      word => !/[*?[\]~$`]/.test(word),
    ) &&
    words.every(word => word.static);
  return isPlain ? [name, ...words.map(({ text }) => text)] : undefined;
}

function startParts(chain: StageChain): Instruction[] {
  const { entrypoint, command } = startCommand(chain);
  return [entrypoint, command].filter(
    part => part !== undefined,
  ) as Instruction[];
}

function wrongParts(chain: StageChain): Instruction[] {
  const choosesShell = chain.stages.some(stage =>
    stage.instructions.some(({ keyword }) => keyword === 'SHELL'),
  );
  return startParts(chain).filter(
    part =>
      part.json === undefined &&
      part.text !== '' &&
      !part.heredocs.length &&
      (hasNoShell(chain) ||
        looksLikeJson(part) ||
        !(choosesShell || /^exec\s/.test(part.text))),
  );
}

function describe(part: Instruction, noShell: boolean): string {
  const { keyword } = part;
  if (looksLikeJson(part)) {
    return `${keyword} looks like a list but is not valid JSON (double quotes are needed), so a shell is asked to run it as text.`;
  }
  return noShell
    ? `${keyword} is in shell form, and this image has no /bin/sh: the container cannot start.`
    : `${keyword} is in shell form: /bin/sh runs as process 1 and does not pass SIGTERM on to the program.`;
}

function looksLikeJson({ text }: Instruction): boolean {
  return /^\[\s*['"“‘]/.test(text) && text.endsWith(']');
}

/** A copied shell (busybox) makes it unsure, so any COPY of one counts. */
function hasNoShell({ root, stages }: StageChain): boolean {
  const bare =
    root.kind === 'scratch' ||
    (root.kind === 'image' &&
      root.unknown.length === 0 &&
      lacksShell(root.reference));
  return (
    bare &&
    !stages.some(stage =>
      stage.instructions.some(
        ({ keyword, text }) =>
          (keyword === 'COPY' || keyword === 'ADD') && bringsShell(text),
      ),
    )
  );
}

/** `/bin`, `busybox`, `rootfs.tar.gz`, or a whole file system. */
function bringsShell(text: string): boolean {
  const words = text.split(/\s+/);
  const target = words[words.length - 1];
  return (
    /(?:^|[/\s])(?:bin|sh|bash|busybox)\/?(?:\s|$)/.test(text) ||
    (/^\/?$|^\.\/?$/.test(target) &&
      /\.tar|\.tgz|rootfs|(?:^|\s)\/\s|(?:^|\s)\.\/?\s|\*/i.test(text))
  );
}
