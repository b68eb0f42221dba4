/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
import { GoMod, ReplaceStatement } from '../../gomod/types';
import { deleteStatements } from '../../edits/deleteStatements';
import { FixProposal } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { replacementOf } from '../evidence/replacementOf';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
import { sumIncomplete } from './sumIncomplete';
import { replaceUnusedExamples } from './replaceUnused.examples';

/**
 * Only what go.mod and go.sum prove. A replaced module that go.mod does not
 * require may still stand in the graph of its requirements.
 */
export const replaceUnused: ModuleRule = {
  id: 'modules/replace-unused',
  category: 'modules',
  scope: 'module',
  severity: 'low',
  title: {
    pass: 'Every replacement has an effect',
    fail: 'A replacement has no effect',
  },
  why: 'Whoever reads go.mod believes that the fork or the older version is built, and it is not. Typically a requirement was bumped, and the replacement of the old version with its fix was silently lost.',
  howToFix:
    'Delete the line. Where it should have an effect, name the version that is required now, or leave the version on the left out: `replace example.com/lib => example.com/us/lib v1.0.1`.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#go-mod-file-replace',
    'https://go.dev/ref/mod#go-sum-files',
    'https://go.dev/ref/mod#graph-pruning',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: replaceUnusedExamples,
};

function evaluate(subject: ModuleSubject): RuleOutcome {
  const { goMod } = subject.module;
  if (goMod.replace.length === 0) {
    return notApplicable('The module replaces no other.');
  }
  if (goMod.problems.length > 0) {
    return notApplicable('The go.mod cannot be read: modules/syntax tells.');
  }
  return passUnless(
    unusedReplacements(subject).map(({ statement, reason }) =>
      findingAt(goMod, statement, reason),
    ),
  );
}

function propose(subject: ModuleSubject): FixProposal | undefined {
  const { goMod, vendor } = subject.module;
  const unused = unusedReplacements(subject);
  // vendor/modules.txt lists them, and would have to be made anew.
  if (vendor && unused.some(({ isDuplicate }) => !isDuplicate)) {
    return undefined;
  }
  const edits = deleteStatements(
    goMod.source,
    unused.map(({ statement: { span } }) => span),
  );
  return {
    title: 'Delete replacements without effect',
    ...(unused.every(({ isDuplicate }) => isDuplicate)
      ? { safety: 'safe' }
      : {
          safety: 'needs-review',
          review:
            'See whether the replacement was meant to have an effect: then it should name the version that is required.',
        }),
    changes: [{ kind: 'edit', path: goMod.path, edits }],
  };
}

interface UnusedReplacement {
  statement: ReplaceStatement;
  reason: string;
  isDuplicate: boolean;
}

function unusedReplacements(subject: ModuleSubject): UnusedReplacement[] {
  const { goMod } = subject.module;
  const hashes = readHashes(subject);
  const seen = new Map<string, ReplaceStatement>();
  return goMod.replace.flatMap(statement => {
    const { oldPath, oldVersion, newPath, newVersion } = statement;
    const key = [oldPath, oldVersion, newPath, newVersion].join(' ');
    const earlier = seen.get(key);
    if (earlier) {
      return {
        statement,
        reason: `Line ${earlier.line} says the same already.`,
        isDuplicate: true,
      };
    }
    seen.set(key, statement);
    const reason = reasonOf(goMod, statement, hashes);
    return reason ? { statement, reason, isDuplicate: false } : [];
  });
}

/** What go.sum knows, where it is known to be whole; else undefined. */
function readHashes(subject: ModuleSubject): Set<string> | undefined {
  const { goSum, workspace } = subject.module;
  return goSum && !workspace && sumIncomplete.evaluate(subject).state === 'pass'
    ? new Set(
        goSum.entries.map(
          ({ modulePath, version }) => `${modulePath}@${version}`,
        ),
      )
    : undefined;
}

/**
 * The go command records the hash of every go.mod that it reads, also of those
 * that only the graph of requirements has. Since Go 1.17 that graph names
 * modules whose go.mod is not read; of a module that is required itself this is
 * no matter, as the version is settled.
 */
function reasonOf(
  goMod: GoMod,
  statement: ReplaceStatement,
  hashes: ReadonlySet<string> | undefined,
): string | undefined {
  const { oldPath, oldVersion, newPath, newVersion } = statement;
  if (oldPath === newPath && oldVersion === newVersion) {
    return `${oldPath} ${oldVersion} is replaced by itself.`;
  }
  const required = goMod.require.find(
    ({ modulePath }) => modulePath === oldPath,
  );
  if (
    !hashes ||
    newVersion === undefined ||
    hashes.has(`${newPath}@${newVersion}`) ||
    (required && replacementOf(goMod, required) === statement)
  ) {
    return undefined;
  }
  const isPruned =
    goMod.go !== undefined && compareGoVersions(goMod.go.version, '1.17') >= 0;
  if (isPruned && !required) {
    return undefined;
  }
  const unread = `go.sum has no hash of ${newPath} ${newVersion}`;
  return required
    ? `${required.version} of ${oldPath} is required, so that is what is built, and not this replacement: ${unread}.`
    : `Nothing requires what is replaced here: ${unread}.`;
}
