/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Instruction } from '../../dockerfile/types';
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
  examples: shellFormExamples,
};

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  const { entrypoint, command } = startCommand(chain);
  const parts = [entrypoint, command].filter(
    part => part !== undefined,
  ) as Instruction[];
  if (parts.length === 0) {
    return notApplicable('The image sets neither ENTRYPOINT nor CMD.');
  }
  const choosesShell = chain.stages.some(stage =>
    stage.instructions.some(({ keyword }) => keyword === 'SHELL'),
  );
  const shellParts = parts.filter(
    part =>
      part.json === undefined && part.text !== '' && !part.heredocs.length,
  );
  const noShell = hasNoShell(chain);
  const wrong = shellParts.filter(
    part =>
      noShell ||
      looksLikeJson(part) ||
      !(choosesShell || /^exec\s/.test(part.text)),
  );
  if (wrong.length === 0) {
    return { state: 'pass' };
  }
  const { dockerfile } = unit;
  return {
    state: 'fail',
    severity: noShell ? 'high' : undefined,
    findings: wrong.map(part =>
      findingAt(dockerfile, part, describe(part, noShell)),
    ),
  };
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
