/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noCommandsReason, runCommands } from '../evidence/runCommands';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { sudoExamples } from './sudo.examples';

export const sudo: UnitRule = {
  id: 'security/sudo',
  category: 'security',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'No step uses sudo',
    fail: 'A step uses sudo',
  },
  why: 'A build step already runs as the user that USER names, root by default, so sudo adds nothing but a program that gives root away. Where it needs a rule without password, whoever gets into the container is root.',
  howToFix:
    'Leave `sudo` away where the step runs as root. Otherwise put `USER root` before the steps that need it and the numeric user of the service behind them: `USER 65532:65532`.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/building/best-practices/#user',
    'https://github.com/hadolint/hadolint/wiki/DL3004',
  ],
  prevents: [],
  evaluate,
  examples: sudoExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const commands = runCommands(subject);
  if (commands.length === 0) {
    return notApplicable(noCommandsReason);
  }
  const lines = new Set<number>();
  return passUnless(
    commands.flatMap(({ command, program }) => {
      if (program !== 'sudo' || lines.has(command.line)) {
        return [];
      }
      lines.add(command.line);
      return [
        findingAt(
          subject.unit.dockerfile,
          command,
          'USER says who runs a step; with sudo the image also lets that user become root later.',
        ),
      ];
    }),
  );
}
