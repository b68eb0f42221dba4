/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
import { GoModule, ReplaceStatement } from '../../gomod/types';
import { deleteStatements } from '../../edits/deleteStatements';
import { FixProposal } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { ModuleRule, ModuleSubject, RuleOutcome } from '../types';
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
    'https://go.dev/ref/mod#graph-pruning',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: replaceUnusedExamples,
};

function evaluate({ module }: ModuleSubject): RuleOutcome {
  const { goMod } = module;
  if (goMod.replace.length === 0) {
    return notApplicable('The module replaces no other.');
  }
  if (goMod.problems.length > 0) {
    return notApplicable('The go.mod cannot be read: modules/syntax tells.');
  }
  return passUnless(
    unusedReplacements(module).map(({ statement, reason }) =>
      findingAt(goMod, statement, reason),
    ),
  );
}

function propose({ module }: ModuleSubject): FixProposal | undefined {
  const { goMod, vendor } = module;
  const unused = unusedReplacements(module);
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

function unusedReplacements(module: GoModule): UnusedReplacement[] {
  const seen = new Map<string, ReplaceStatement>();
  return module.goMod.replace.flatMap(statement => {
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
    const reason = reasonOf(module, statement);
    return reason ? { statement, reason, isDuplicate: false } : [];
  });
}

function reasonOf(
  { goMod, workspace }: GoModule,
  { oldPath, oldVersion, newPath, newVersion }: ReplaceStatement,
): string | undefined {
  if (oldVersion === undefined) {
    return undefined;
  }
  if (oldPath === newPath && oldVersion === newVersion) {
    return `${oldPath} ${oldVersion} is replaced by itself.`;
  }
  // Since Go 1.17 go.mod names the version of every module that is built.
  const isPruned =
    goMod.go !== undefined && compareGoVersions(goMod.go.version, '1.17') >= 0;
  const required = goMod.require.filter(
    ({ modulePath }) => modulePath === oldPath,
  );
  return isPruned &&
    !workspace &&
    required.length === 1 &&
    required[0].version !== oldVersion
    ? `${oldVersion} of ${oldPath} is replaced, and ${required[0].version} is required: that is what is built, without the replacement.`
    : undefined;
}
