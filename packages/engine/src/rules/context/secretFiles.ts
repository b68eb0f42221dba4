/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { TreeEntry } from '../../snapshot/types';
import { contextCopies, ContextCopy, placeOf } from '../evidence/contextCopies';
import { createFinding } from '../evidence/createFinding';
import { finalChain } from '../evidence/finalImage';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { secretFilesExamples } from './secretFiles.examples';
import { secretFileKind } from './secretFileKind';

const maximumFindings = 20;

export const secretFiles: UnitRule = {
  id: 'context/secret-files',
  category: 'context',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'No credential files are in the build context',
    fail: 'Credential files are in the build context',
  },
  why: 'Files of the context go to the builder, and a broad COPY puts them into layers and caches that everyone with access to the image can read. Deleting them in a later step does not help.',
  howToFix:
    'Add a line for each of them to `.dockerignore`, hand what the build needs as `RUN --mount=type=secret`, and revoke what was committed or published.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    'https://docs.docker.com/build/building/secrets/',
  ],
  prevents: ['auth.secret_missing'],
  evaluate,
  examples: secretFilesExamples,
};

function evaluate({ unit, snapshot }: UnitSubject): RuleOutcome {
  const { context, dockerfile } = unit;
  const copies = contextCopies(unit);
  if (copies.length === 0) {
    return {
      state: 'not-applicable',
      reason: 'The build takes no files from the context.',
    };
  }
  const finalStages = finalChain(unit)?.stages ?? [];
  const finalCopies = copies.filter(
    ({ stage, kind }) => kind === 'copy' && finalStages.includes(stage),
  );
  const findings: Finding[] = [];
  let isInImage = false;
  for (const entry of context.entries) {
    const what = describeFile(entry, {
      snapshot,
      directory: context.directory,
    });
    if (what === undefined) {
      continue;
    }
    const taken = finalCopies.find(
      copy => placeOf(copy, entry.path) !== undefined,
    );
    isInImage ||= taken !== undefined;
    if (findings.length < maximumFindings) {
      findings.push(
        createFinding({
          path: repositoryPath(context.directory, entry.path),
          line: 1,
          message: describeFinding(what, {
            dockerfile: dockerfile.path,
            taken,
            copies,
            path: entry.path,
          }),
        }),
      );
    }
  }
  if (findings.length === 0) {
    return { state: 'pass' };
  }
  return isInImage
    ? { state: 'fail', findings, severity: 'critical' }
    : { state: 'fail', findings };
}

function repositoryPath(directory: string, path: string): string {
  return directory === '' ? path : `${directory}/${path}`;
}

function describeFile(
  entry: TreeEntry,
  {
    snapshot,
    directory,
  }: { snapshot: UnitSubject['snapshot']; directory: string },
): string | undefined {
  return secretFileKind(
    { ...entry, path: repositoryPath(directory, entry.path) },
    snapshot,
  );
}

function describeFinding(
  what: string,
  {
    dockerfile,
    taken,
    copies,
    path,
  }: {
    dockerfile: string;
    taken: ContextCopy | undefined;
    copies: readonly ContextCopy[];
    path: string;
  },
): string {
  if (taken) {
    return `This file holds ${what}, and ${dockerfile}:${taken.instruction.line} copies it into the image that is published.`;
  }
  const used = copies.find(copy => placeOf(copy, path) !== undefined);
  return used
    ? `This file holds ${what}, and ${dockerfile}:${used.instruction.line} takes it into the build.`
    : `This file holds ${what}, and is in the build context of ${dockerfile}.`;
}
