/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { walkStages } from '../../units/walkStages';
import { createFinding } from '../evidence/createFinding';
import { passUnless } from '../evidence/passUnless';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { SecretLeak } from './SecretLeak';
import { secretInBuildExamples } from './secretInBuild.examples';
import { copyLeaks } from './secretInCopy';
import { runLeaks } from './secretInRun';
import { globalArgumentLeaks, pairLeaks } from './secretInVariable';

export const secretInBuild: UnitRule = {
  id: 'security/secret-in-build',
  category: 'security',
  scope: 'unit',
  severity: 'critical',
  title: {
    pass: 'The build leaves no credentials behind',
    fail: 'The build leaves credentials in the image or its history',
  },
  why: 'Build arguments, ENV values and files of a layer can be read by everyone who can pull the image or its build cache, also after a later step deletes them. A leaked token has to be revoked everywhere it is used.',
  howToFix:
    'Hand secrets to the one step that needs them: `RUN --mount=type=secret,id=netrc,target=/root/.netrc,required=true go mod download`, or `RUN --mount=type=ssh` for private git. Revoke what was committed.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/building/secrets/',
    'https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/',
    'https://docs.docker.com/reference/dockerfile/#run---mounttypesecret',
  ],
  prevents: [
    'auth.private_module_https',
    'auth.private_module_ssh',
    'auth.secret_missing',
  ],
  evaluate,
  examples: secretInBuildExamples,
};

function evaluate({ unit, snapshot }: UnitSubject): RuleOutcome {
  const { dockerfile } = unit;
  const leaks: SecretLeak[] = [...globalArgumentLeaks(dockerfile)];
  // Also stages that the target does not need: what is written is written.
  for (const { instruction, scope } of walkStages(unit)) {
    switch (instruction.keyword) {
      case 'ARG':
      case 'ENV':
        leaks.push(...pairLeaks(dockerfile, instruction, scope));
        break;
      case 'COPY':
      case 'ADD':
        leaks.push(...copyLeaks(instruction, { unit, snapshot, scope }));
        break;
      case 'RUN':
        leaks.push(...runLeaks(dockerfile, instruction, scope));
        break;
      default:
    }
  }
  const findings = mergeLines(leaks).map(leak =>
    createFinding({
      path: dockerfile.path,
      source: dockerfile.source,
      ...leak,
    }),
  );
  return passUnless(findings);
}

/** One finding a line, in file order. */
function mergeLines(leaks: readonly SecretLeak[]): SecretLeak[] {
  const byLine = new Map<number, SecretLeak>();
  for (const leak of leaks) {
    const known = byLine.get(leak.line);
    byLine.set(
      leak.line,
      known
        ? {
            ...known,
            endLine: Math.max(known.endLine, leak.endLine),
            hidden: [...known.hidden, ...leak.hidden],
          }
        : leak,
    );
  }
  return [...byLine.values()].sort((left, right) => left.line - right.line);
}
