/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  isCommit,
  readWorkflowJobs,
  UsedAction,
  usedAction,
} from '../../ci/readPipelines';
import { createFinding } from '../evidence/createFinding';
import { jobBuilds } from '../evidence/jobBuilds';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import {
  Finding,
  RepositoryRule,
  RepositorySubject,
  RuleOutcome,
} from '../types';
import { actionsUnpinnedExamples } from './actionsUnpinned.examples';

/** Those that run and build the image anyway. */
const trustedOwners = new Set(['actions', 'github', 'docker']);
const maximumNamed = 5;

export const actionsUnpinned: RepositoryRule = {
  id: 'ci/actions-unpinned',
  category: 'ci',
  scope: 'repository',
  severity: 'low',
  title: {
    pass: 'Third-party actions of image builds are pinned',
    fail: 'Image builds use third-party actions by tag',
  },
  why: 'A tag can be moved: whoever takes over an action runs code in the job that builds and pushes the image, with its secrets. It happened to `tj-actions/changed-files` in March 2025, whose tags were all pointed at a commit that printed secrets.',
  howToFix:
    'Write the commit and keep the version as a comment, which Dependabot and Renovate then update: `uses: owner/action@<40 digits> # v1.2.3`. Actions of GitHub and Docker are left out here.',
  fix: 'guided',
  sources: [
    'https://docs.github.com/en/actions/reference/security/secure-use#using-third-party-actions',
    'https://github.com/advisories/GHSA-mrrh-fwg8-r2c3',
  ],
  prevents: [],
  evaluate,
  examples: actionsUnpinnedExamples,
};

function evaluate({ snapshot, modules }: RepositorySubject): RuleOutcome {
  const own = new Set(
    modules.flatMap(({ goMod }) => ownerOf(goMod.module?.modulePath) ?? []),
  );
  const jobs = readWorkflowJobs(snapshot).filter(
    job => jobBuilds(snapshot, job).length > 0,
  );
  if (jobs.length === 0) {
    return notApplicable('No workflow is known to build an image.');
  }
  const byFile = new Map<string, UsedAction[]>();
  for (const { file, steps } of jobs) {
    const unpinned = steps
      .flatMap(step => usedAction(step) ?? [])
      .filter(({ name, reference }) => {
        const [owner] = name.split('/');
        return !(
          isCommit(reference) ||
          trustedOwners.has(owner) ||
          own.has(owner)
        );
      });
    if (unpinned.length > 0) {
      byFile.set(file.path, [...(byFile.get(file.path) ?? []), ...unpinned]);
    }
  }
  return passUnless(
    [...byFile].map(([path, actions]) =>
      describe(path, actions, snapshot.files.get(path)),
    ),
  );
}

/** One finding a file: all of them are pinned in one go. */
function describe(
  path: string,
  actions: readonly UsedAction[],
  source: string | undefined,
): Finding {
  const names = [
    ...new Set(
      actions.map(
        ({ name, reference }) => name + (reference ? `@${reference}` : ''),
      ),
    ),
  ];
  const more = names.length - maximumNamed;
  return createFinding({
    path,
    line: Math.min(...actions.map(({ line }) => line)),
    message: `Taken by a tag or branch that can move: ${names
      .slice(0, maximumNamed)
      .join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    source,
  });
}

/** The owner of a module's repository, whose actions are the team's own. */
function ownerOf(module: string | undefined): string | undefined {
  return /^github\.com\/([^/]+)\//.exec(module ?? '')?.[1].toLowerCase();
}
