/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Dockerfile, Instruction } from '../../dockerfile/types';
import { findingAt } from '../evidence/createFinding';
import { lineAt } from '../evidence/lineAt';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { runCommands } from '../evidence/runCommands';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { hostKeysUnverifiedExamples } from './hostKeysUnverified.examples';

export const hostKeysUnverified: UnitRule = {
  id: 'security/host-keys-unverified',
  category: 'security',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'SSH knows the hosts that it talks to',
    fail: 'SSH trusts whatever host answers',
  },
  why: 'A host key that is fetched during the build, or not checked at all, is that of whoever answers: the build then takes code from there, and hands over what the SSH agent can sign. Private modules come in this way.',
  howToFix:
    'Commit the published keys of the forge as a known_hosts file and copy it before the download: `COPY known_hosts /etc/ssh/ssh_known_hosts`; then `RUN --mount=type=ssh go mod download`. For GitHub: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/githubs-ssh-key-fingerprints.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/reference/dockerfile/#run---mounttypessh',
    'https://man.openbsd.org/ssh-keyscan#SECURITY',
    'https://man.openbsd.org/ssh_config#StrictHostKeyChecking',
  ],
  prevents: ['auth.private_module_ssh'],
  evaluate,
  examples: hostKeysUnverifiedExamples,
};

/** A fresh container knows no host, so accepting new ones is accepting any. */
const checkOff =
  /StrictHostKeyChecking[ \t=]{1,4}["'\\]{0,2}(?:no|off|accept-new)\b/i;

function evaluate(subject: UnitSubject): RuleOutcome {
  const { dockerfile, reachable } = subject.unit;
  const findings: Finding[] = [];
  let uses = false;
  const checkers = new Set<Instruction>();
  for (const { step, program, words } of runCommands(subject)) {
    uses ||= /^(?:ssh|git|go|scp|rsync)/.test(program);
    if (
      (program === 'ssh-keygen' && words.some(word => /^-\w*l/.test(word))) ||
      /^sha\d+sum$/.test(program)
    ) {
      checkers.add(step.instruction);
    }
  }
  for (const { step, command, program } of runCommands(subject)) {
    if (program === 'ssh-keyscan' && !checkers.has(step.instruction)) {
      findings.push(
        findingAt(
          dockerfile,
          command,
          '`ssh-keyscan` asks the host for its own key: whoever answers is trusted.',
        ),
      );
    }
  }
  for (const stage of reachable) {
    for (const instruction of stage.instructions) {
      const line = lineOfSwitch(dockerfile, instruction);
      if (line !== undefined) {
        uses = true;
        findings.push(
          findingAt(
            dockerfile,
            { line },
            'StrictHostKeyChecking is off for hosts that are not known yet, and a new container knows none.',
          ),
        );
      }
    }
  }
  findings.sort((left, right) => left.line - right.line);
  return uses || findings.length > 0
    ? passUnless(findings)
    : notApplicable('No step uses SSH or git.');
}

function lineOfSwitch(
  dockerfile: Dockerfile,
  instruction: Instruction,
): number | undefined {
  if (!/^(?:RUN|ENV|COPY|ADD)$/.test(instruction.keyword)) {
    return undefined;
  }
  const { start, end } = instruction.span;
  const written = dockerfile.source.slice(start, end);
  if (!checkOff.test(written)) {
    return undefined;
  }
  const text = withoutComments(written);
  const match = checkOff.exec(text);
  if (!match) {
    return undefined;
  }
  const lineStart = text.lastIndexOf('\n', match.index) + 1;
  const before = text.slice(lineStart, match.index);
  // Looking for the setting, or replacing it, does not turn it off.
  return /\b(?:grep|sed|awk)\b/.test(before)
    ? undefined
    : lineAt(dockerfile, instruction, start + match.index);
}

/** The same length, with blanks in the place of comment lines. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#[^\n]*/gm, comment =>
    ' '.repeat(comment.length),
  );
}
