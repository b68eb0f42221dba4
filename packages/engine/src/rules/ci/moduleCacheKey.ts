/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { editsByFile } from '../../edits/editsByFile';
import { FixProposal } from '../../edits/types';
import { createFinding } from '../evidence/createFinding';
import { readGoCaches } from '../evidence/goCacheKeys';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RepositoryRule, RepositorySubject, RuleOutcome } from '../types';
import { moduleCacheKeyExamples } from './moduleCacheKey.examples';

export const moduleCacheKey: RepositoryRule = {
  id: 'ci/module-cache-key',
  category: 'ci',
  scope: 'repository',
  severity: 'low',
  title: {
    pass: 'The module cache of workflows follows the modules',
    fail: 'The module cache of a workflow does not follow the modules',
  },
  why: 'A cache whose key names no file, or one that is not there, is either never written or never renewed. Each run then downloads modules from the proxy, and fails when that does not answer.',
  howToFix:
    'Give `actions/setup-go` the path of the checksums, such as `cache-dependency-path: backend/go.sum`, or `**/go.sum` for several modules. In a key of `actions/cache`, write `hashFiles` with `**/go.sum`.',
  fix: 'auto',
  sources: [
    'https://github.com/actions/setup-go#caching-dependency-files-and-build-outputs',
    'https://github.com/actions/cache#creating-a-cache-key',
    'https://docs.github.com/en/actions/reference/workflows-and-actions/dependency-caching',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  propose,
  examples: moduleCacheKeyExamples,
};

function evaluate({ snapshot, modules }: RepositorySubject): RuleOutcome {
  const { steps, stale } = readGoCaches({ snapshot, modules });
  if (steps === 0) {
    return notApplicable('No workflow is known to cache Go modules.');
  }
  return passUnless(
    stale.map(({ path, line, message }) =>
      createFinding({
        path,
        line,
        message,
        source: snapshot.files.get(path),
      }),
    ),
  );
}

function propose({
  snapshot,
  modules,
}: RepositorySubject): FixProposal | undefined {
  const changes = editsByFile(readGoCaches({ snapshot, modules }).stale);
  return (
    changes && {
      title: 'Let the module cache follow go.sum',
      safety: 'safe',
      changes,
    }
  );
}
