/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { contextCopies } from '../../units/contextCopies';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { proposeIgnoreFile } from './ignoreLines';
import { takesWholeContext } from './contextUse';
import { dockerignoreMissingExamples } from './dockerignoreMissing.examples';

/** From here on a context counts as large wherever its folder is. */
const largeContextBytes = 5 * 1024 * 1024;

export const dockerignoreMissing: UnitRule = {
  id: 'context/dockerignore-missing',
  category: 'context',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'An ignore file limits the build context',
    fail: 'The whole repository is the build context, and no ignore file limits it',
  },
  why: 'Everything in the folder goes to the builder, `.git`, documents and local files included, and every change of any of it busts the layers behind the copy. What was never meant for the image can end up in it.',
  howToFix:
    'Put a `.dockerignore` at the root of the context, or `<Dockerfile>.dockerignore` beside the Dockerfile, with at least `.git`, documents, CI files and local settings. Keep go.mod, go.sum and a tracked vendor folder out of it.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
    'https://docs.docker.com/build/cache/optimize/#keep-the-context-small',
  ],
  prevents: ['fs.disk_full'],
  evaluate,
  propose: proposeIgnoreFile,
  examples: dockerignoreMissingExamples,
};

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { context, dockerfile } = unit;
  const copies = contextCopies(unit);
  if (copies.length === 0) {
    return notApplicable('The build takes no files from the context.');
  }
  if (context.ignoreFile && context.ignoreFile.patterns.length > 0) {
    return { state: 'pass' };
  }
  if (context.directory !== '' && context.bytes <= largeContextBytes) {
    return { state: 'pass' };
  }
  // BuildKit sends only what the instructions ask for.
  const whole = copies.find(takesWholeContext);
  if (!whole) {
    return { state: 'pass' };
  }
  const folder =
    context.directory === ''
      ? 'the whole repository'
      : `the whole folder ${context.directory}`;
  const size = `${context.entries.length} ${
    context.entries.length === 1 ? 'file' : 'files'
  }`;
  return {
    state: 'fail',
    findings: [
      findingAt(
        dockerfile,
        whole.instruction,
        context.ignoreFile
          ? `This takes ${folder}, ${size}, and ${context.ignoreFile.path} has no patterns.`
          : `This takes ${folder}, ${size}, and there is no ignore file.`,
      ),
    ],
  };
}
