/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../../context/selectFiles';
import { isLiteral } from '../../edits/bringBack';
import { FixProposal } from '../../edits/types';
import { BuildUnit } from '../../units/types';
import { baseName, joinPath } from '../../snapshot/repositoryPath';
import {
  contextCopies,
  ContextCopy,
  selectionOf,
} from '../../units/contextCopies';
import { createFinding } from '../evidence/createFinding';
import { finalChain } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { commandTexts, isAskedFor, unitsOfContext } from './contextUse';
import { ignoreFileChange, ignoreFileText } from './ignoreLines';
import { isGuessedKind, secretFileKind } from './secretFileKind';
import { secretFilesExamples } from './secretFiles.examples';

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
  propose,
  examples: secretFilesExamples,
};

function evaluate({ unit, snapshot }: UnitSubject): RuleOutcome {
  const { context, dockerfile } = unit;
  const copies = contextCopies(unit);
  if (copies.length === 0) {
    return notApplicable('The build takes no files from the context.');
  }
  const finalStages = finalChain(unit)?.stages ?? [];
  const takers = copies.map(copy => ({
    copy,
    isFinal: copy.kind === 'copy' && finalStages.includes(copy.stage),
    paths: new Set(
      selectFiles(context, selectionOf(copy)).entries.map(({ path }) => path),
    ),
  }));
  const findings: Finding[] = [];
  let isInImage = false;
  // Settings that are not read may be none of secrets: one level less.
  let isCertain = false;
  let isCertainInImage = false;
  for (const entry of context.entries) {
    const path = joinPath(context.directory, entry.path);
    const what = secretFileKind({ ...entry, path }, snapshot);
    if (what === undefined) {
      continue;
    }
    const taking = takers.filter(({ paths }) => paths.has(entry.path));
    const final = taking.find(({ isFinal }) => isFinal);
    const certain = !isGuessedKind(path, what, snapshot);
    isInImage ||= final !== undefined;
    isCertain ||= certain;
    isCertainInImage ||= certain && final !== undefined;
    if (findings.length < maximumFindings) {
      const message = describe(what, {
        dockerfile: dockerfile.path,
        final: final?.copy,
        first: taking[0]?.copy,
      });
      findings.push(createFinding({ path, line: 1, message }));
    }
  }
  if (findings.length === 0) {
    return { state: 'pass' };
  }
  if (isCertainInImage) {
    return { state: 'fail', findings, severity: 'critical' };
  }
  return isCertain || isInImage
    ? { state: 'fail', findings }
    : { state: 'fail', findings, severity: 'medium' };
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit, snapshot } = subject;
  const { context } = unit;
  const secrets = context.entries.filter(
    entry =>
      secretFileKind(
        { ...entry, path: joinPath(context.directory, entry.path) },
        snapshot,
      ) !== undefined,
  );
  const lines = secrets.map(({ path }) => path);
  const units = unitsOfContext(subject);
  if (
    !lines.every(isLiteral) ||
    lines.some(line => isAskedFor(units, line) || isRead(units, line))
  ) {
    return undefined;
  }
  const isTaken = units.some(other =>
    contextCopies(other).some(
      copy =>
        selectFiles({ entries: secrets }, selectionOf(copy)).entries.length > 0,
    ),
  );
  const whole = context.ignoreFile?.patterns.length
    ? undefined
    : ignoreFileText(subject);
  const change = ignoreFileChange(subject, [
    ...(whole?.lines.length ? [...whole.lines, '', '# Credentials'] : []),
    ...lines,
  ]);
  const reviews = [
    ...(isTaken
      ? [
          'The files no longer get into the build: check that neither it nor the program reads them there.',
        ]
      : []),
    ...(whole?.review === undefined ? [] : [whole.review]),
  ];
  return change
    ? {
        title: 'Keep credentials out of the build context',
        ...(reviews.length > 0
          ? { safety: 'needs-review', review: reviews.join(' ') }
          : { safety: 'safe' }),
        changes: [change],
      }
    : undefined;
}

/** Whether a command names a file. */
function isRead(units: readonly BuildUnit[], path: string): boolean {
  return commandTexts(units).some(text => text.includes(baseName(path)));
}

function describe(
  what: string,
  {
    dockerfile,
    final,
    first,
  }: { dockerfile: string; final?: ContextCopy; first?: ContextCopy },
): string {
  if (final) {
    return `This file holds ${what}, and ${dockerfile}:${final.instruction.line} copies it into the final image.`;
  }
  return first
    ? `This file holds ${what}, and ${dockerfile}:${first.instruction.line} takes it into the build.`
    : `This file holds ${what}, and is in the build context of ${dockerfile}.`;
}
