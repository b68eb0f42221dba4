/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPackage } from '../../bench/loadPackage.mjs';

const { applyEdits, planFixes, scan } = loadPackage('engine');
const { readLocalSnapshot } = loadPackage('local-snapshot');

// Whatever the machine's own configuration says of line endings and signing.
const identity = { name: 'Check of fixes', email: 'check@example.invalid' };
const environment = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: identity.name,
  GIT_AUTHOR_EMAIL: identity.email,
  GIT_COMMITTER_NAME: identity.name,
  GIT_COMMITTER_EMAIL: identity.email,
};

/**
 * Applies the fixes of a repository with git to a copy of it: each alone, and
 * all together. Returns what was offered, and what did not hold.
 */
export async function tryFixes(folder, { today }) {
  const copy = mkdtempSync(join(tmpdir(), 'build-hygiene-fixes-'));
  try {
    // A checkout's own history says nothing here, and may be large.
    cpSync(folder, copy, {
      recursive: true,
      filter: path => path !== join(folder, '.git'),
    });
    git(copy, ['init', '--quiet']);
    git(copy, ['add', '--all', '--force']);
    git(copy, ['commit', '--quiet', '--allow-empty', '--message', 'As it is']);
    return await tryEach(copy, { today });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function tryEach(copy, options) {
  const snapshot = await readLocalSnapshot(copy);
  const before = scan(snapshot, { ...options, fixes: true }).report;
  const offers = before.checks.filter(({ fix }) => fix.verified);
  const heldBack = before.checks.filter(
    ({ fix }) => fix.available && !fix.verified,
  );
  const failures = [];
  for (const { rule, unit } of offers) {
    const plan = planFixes(snapshot, {
      ...options,
      rules: [rule],
      ...(unit !== null && { unit }),
    });
    const { reasons } = await applyPlan(copy, { snapshot, before, plan });
    failures.push(...reasons.map(reason => ({ rule, unit, reason })));
    restore(copy);
  }
  const plan = planFixes(snapshot, options);
  const together = { rule: 'all fixes together', unit: null };
  const { reasons, later } = await applyPlan(copy, { snapshot, before, plan });
  failures.push(...reasons.map(reason => ({ ...together, reason })));
  const again = later ? planFixes(later, options).fixes : [];
  const fixed = new Set(plan.fixes.map(keyOf));
  for (const { rule, unit } of again.filter(fix => fixed.has(keyOf(fix)))) {
    failures.push({ rule, unit, reason: 'It is offered a second time.' });
  }
  return {
    offers,
    heldBack,
    planned: plan.fixes,
    rejected: plan.rejected,
    late: again.filter(fix => !fixed.has(keyOf(fix))),
    failures,
  };

  /** Applies the diff of a plan, and reads the folder anew. */
  async function applyPlan(directory, { snapshot, before, plan }) {
    if (plan.fixes.length === 0) {
      return { reasons: offers.length === 0 ? [] : ['The plan is empty.'] };
    }
    for (const flags of [['--check'], []]) {
      const { status, stderr } = runGit(directory, ['apply', ...flags, '-'], {
        input: plan.diff,
      });
      if (status !== 0) {
        return { reasons: [`git does not apply it: ${stderr.trim()}`] };
      }
    }
    const later = await readLocalSnapshot(directory);
    const after = scan(later, options).report;
    return {
      later,
      reasons: [
        ...differences(directory, { snapshot, changes: plan.changes }),
        ...objections({ before, after, fixes: plan.fixes }),
      ],
    };
  }
}

/** Where what git made of a file is not what the engine made of it. */
function differences(directory, { snapshot, changes }) {
  return changes.flatMap(change => {
    const wanted =
      change.kind === 'create'
        ? change.text
        : applyEdits(snapshot.files.get(change.path), change.edits);
    const made = readFileSync(join(directory, ...change.path.split('/')));
    return made.equals(Buffer.from(wanted))
      ? []
      : [`${change.path} is not what the fix makes of it.`];
  });
}

/**
 * What speaks against a change of a repository: a finding that it should close
 * and does not, a check with more findings than before, of whatever severity,
 * and a lower score.
 */
function objections({ before, after, fixes }) {
  const earlier = new Map(before.checks.map(check => [keyOf(check), check]));
  const closed = new Set(fixes.map(keyOf));
  const found = after.checks.flatMap(check => {
    const known = earlier.get(keyOf(check))?.findings.length ?? 0;
    const place = check.findings.map(({ path, line }) => `${path}:${line}`);
    if (closed.has(keyOf(check)) && place.length > 0) {
      return [`${check.rule} is still found at ${place.join(', ')}.`];
    }
    return place.length > known
      ? [`${check.rule} is found at ${place.join(', ')}, ${known} before.`]
      : [];
  });
  const lower = (after.score.value ?? 0) < (before.score.value ?? 0);
  return [
    ...found,
    ...(lower
      ? [`The score falls from ${before.score.value} to ${after.score.value}.`]
      : []),
  ];
}

function keyOf({ rule, unit }) {
  return JSON.stringify([rule, unit]);
}

function restore(copy) {
  git(copy, ['checkout', '--quiet', '--force', '.']);
  git(copy, ['clean', '--quiet', '--force', '-d', '-x']);
}

function git(directory, args) {
  const { status, stderr, error } = runGit(directory, args);
  if (status !== 0) {
    throw new Error(`git ${args[0]}: ${error?.message ?? stderr}`);
  }
}

function runGit(directory, args, options) {
  return spawnSync('git', args, {
    cwd: directory,
    env: environment,
    encoding: 'utf8',
    ...options,
  });
}
