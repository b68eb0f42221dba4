/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ScenarioId, Step } from '../../cache/types';
import { FixProposal } from '../../edits/types';
import { ignoreFileChange, ignoreLinesFor } from '../context/ignoreLines';
import { dockerignoreMissing } from '../context/dockerignoreMissing';
import { findingAt } from '../evidence/createFinding';
import { fetchesModules } from '../evidence/fetchesModules';
import { notApplicable } from '../evidence/notApplicable';
import { Rerun, scenarioReruns, stepPlace } from '../evidence/scenarioRerun';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { linesBelowFolders } from '../context/linesBelowFolders';
import { unrelatedChangeBustsExamples } from './unrelatedChangeBusts.examples';

const unrelated = ['docs', 'ci', 'tests'] as const;

const names: Readonly<Record<(typeof unrelated)[number], string>> = {
  docs: 'documents',
  ci: 'CI files',
  tests: 'tests',
};

/**
 * Left to others: a step that each commit re-runs whatever it changes
 * (`cache/commit-busts`, or a step that stamps the commit on purpose), and a
 * repository that is copied whole without an ignore file
 * (`context/dockerignore-missing`). Where `cache/deps-before-source` fails too,
 * the two need different repairs: the order, and what is copied.
 */
export const unrelatedChangeBusts: UnitRule = {
  id: 'cache/unrelated-change-busts',
  category: 'cache',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Documents, CI files and tests re-run no costly step',
    fail: 'A change that the program has no part of re-runs costly steps',
  },
  why: 'A COPY brings documents, CI files or tests along, so a commit that touches nothing else still downloads or compiles.',
  howToFix:
    'Add lines such as `*.md`, `.github` and `**/*_test.go` to the ignore file, or copy only the folders that the program is made of.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/invalidation/#copy-and-add-instructions',
    'https://docs.docker.com/build/cache/optimize/#keep-the-context-small',
    'https://docs.docker.com/build/concepts/context/#dockerignore-files',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  propose,
  examples: unrelatedChangeBustsExamples,
};

interface Bust {
  id: (typeof unrelated)[number];
  rerun: Rerun;
}

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, model } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (!model.steps.some(isCostly)) {
    return notApplicable('No step downloads modules or compiles.');
  }
  const everyCommit = new Set(
    scenarioReruns(model, 'commit-only')?.reruns.map(({ step }) => step),
  );
  const all = unrelated.flatMap(id =>
    bustsOf(subject, id).map((rerun): Bust => ({ id, rerun })),
  );
  if (all.length === 0) {
    return { state: 'pass' };
  }
  const busts = all.filter(({ rerun }) => !everyCommit.has(rerun.step));
  if (busts.length === 0) {
    return notApplicable(
      'Every commit re-runs these steps, whatever it changes.',
    );
  }
  if (dockerignoreMissing.evaluate(subject).state === 'fail') {
    return notApplicable(
      'There is no ignore file: context/dockerignore-missing tells.',
    );
  }
  const groups = new Map<Step, Bust[]>();
  for (const bust of busts) {
    const { origin } = bust.rerun;
    groups.set(origin, [...(groups.get(origin) ?? []), bust]);
  }
  const findings: Finding[] = [...groups].map(([origin, group]) =>
    findingAt(unit.dockerfile, origin.instruction, describe(origin, group)),
  );
  const isCheap =
    model.profile.kind === 'warm' &&
    busts.every(({ rerun }) => rerun.verdict.cheaper);
  return isCheap
    ? { state: 'fail', findings, severity: 'low' }
    : { state: 'fail', findings };
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { ignoreFile, ignored } = subject.unit.context;
  if (!ignoreFile?.patterns.length) {
    return undefined;
  }
  const present = new Set(
    ignoreFile.patterns
      .filter(({ negated }) => !negated)
      .map(({ pattern }) => pattern),
  );
  const { groups, review } = ignoreLinesFor(subject);
  const below = linesBelowFolders(subject);
  const lines = [
    ...groups.flatMap(group => group.lines),
    ...below.lines,
  ].filter(line => line !== '.git' && !present.has(line));
  const change = ignoreFileChange(subject, lines);
  // A wider line must not drop again what a `!` line brings back.
  const isExcepted =
    ignoreFile.patterns.some(({ negated }) => negated) && ignored.length > 0;
  const reviews = [
    ...new Set([review, below.review].flatMap(text => text ?? [])),
    ...(isExcepted
      ? ['Check that the lines drop nothing that a `!` line above lets in.']
      : []),
  ];
  return change
    ? {
        title: 'Leave documents, tests and CI files out of the build context',
        ...(reviews.length > 0
          ? { safety: 'needs-review', review: reviews.join(' ') }
          : { safety: 'safe' }),
        changes: [change],
      }
    : undefined;
}

function isCostly(step: Step): boolean {
  return step.effects.compiles || fetchesModules(step);
}

/** The costly steps that a kind of commit re-runs, by a file that is there. */
function bustsOf(
  { model, snapshot }: UnitSubject,
  id: ScenarioId & (typeof unrelated)[number],
): Rerun[] {
  // A step that tests, or may, has to run again when the tests change.
  if (id === 'tests' && model.steps.some(mayTest)) {
    return [];
  }
  const found = scenarioReruns(model, id);
  const paths = new Set(found?.scenario.changedPaths);
  if (!snapshot.tree.some(({ path }) => paths.has(path))) {
    return [];
  }
  return (found?.reruns ?? []).filter(
    ({ step, cause }) => isCostly(step) && cause?.kind === 'files',
  );
}

function mayTest({ effects, shell }: Step): boolean {
  return (
    effects.runsTests ||
    shell?.commands.some(
      ({ name = '', arguments: words }) =>
        /^(?:make|task|just|mage|\.\/.*|.*\.sh)$/.test(name) &&
        (words.length === 0 ||
          words.some(({ text }) =>
            /test|check|ci|all|verify|cover/.test(text),
          )),
    ) === true
  );
}

function describe(origin: Step, busts: readonly Bust[]): string {
  const kinds = unrelated.filter(id => busts.some(bust => bust.id === id));
  const files = new Set(
    busts.flatMap(({ rerun: { cause } }) =>
      cause?.kind === 'files' ? cause.paths.slice(0, 1) : [],
    ),
  );
  const steps = new Set(busts.map(({ rerun }) => rerun.step));
  const others = [...steps].filter(step => step !== origin);
  const downloads = [...steps].some(fetchesModules);
  const compiles =
    !downloads || [...steps].some(({ effects }) => effects.compiles);
  const what = [
    ...(downloads ? ['downloads'] : []),
    ...(compiles ? ['compiles'] : []),
  ].join(' and ');
  const place = others.length > 0 ? ` at ${stepPlace(others[0])}` : '';
  return `This takes ${list([...files])}: a commit of nothing but ${list(
    kinds.map(id => names[id]),
    'or',
  )} ${what} again${place}.`;
}

function list(words: readonly string[], conjunction = 'and'): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${conjunction} ${
        words[words.length - 1]
      }`;
}
