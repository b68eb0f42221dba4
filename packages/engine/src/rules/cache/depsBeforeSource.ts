/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { relativePath } from '../../snapshot/repositoryPath';
import { CheckReason } from '../../sentences';
import { findingAt } from '../evidence/createFinding';
import { keepsLayersOnly } from '../evidence/countsCacheMounts';
import { fetchesModules } from '../evidence/fetchesModules';
import { requiresModules } from '../../units/requiresModules';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Rerun, scenarioReruns, stepPlace } from '../evidence/scenarioRerun';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { depsBeforeSourceExamples } from './depsBeforeSource.examples';
import {
  isMisplaced,
  misplacedMounts,
  misplacedReason,
} from './misplacedMounts';
import { moduleFilesFirst } from './moduleFilesFirst';
import { MissedModules, missedModules } from './missedModules';

/**
 * Asks what a source change costs on the builder that builds the unit:
 *
 * - `warm`: a layer or a cache mount keeps the modules;
 * - `remote-max`: a layer does. A mount starts empty, so that a compile step
 *   with one downloads everything, though `go mod download` is cached;
 * - `remote-min`: the last stage is judged like that. Of the other stages the
 *   builder keeps nothing, which is not the Dockerfile's doing:
 *   `cache/remote-cache-mode-min` tells;
 * - `ephemeral`: nothing is kept, and `cache/remote-cache-missing` and
 *   `cache/mount-on-ephemeral` tell.
 *
 * Where nothing is kept the Dockerfile is judged as for the machines of
 * developers: a wrong order costs them every time, and it would be the next
 * thing to fail once the pipeline has a cache.
 */
export const depsBeforeSource: UnitRule = {
  id: 'cache/deps-before-source',
  category: 'cache',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'A source change downloads no modules',
    fail: 'Every source change downloads all modules again',
  },
  why: 'The modules are neither in a layer that survives a source change nor in a cache mount that the builder keeps, so each build fetches all of them again: that costs minutes, and each of those builds can fail with the network. A builder that is new in each job and imports a cache has the layers alone, and its cache mounts start empty: a `go mod download` into a mount is shown as cached there, and the compile step downloads everything.',
  howToFix:
    'Copy `go.mod` and `go.sum` first, or bind-mount them, run `go mod download`, and copy the sources after it. On a builder that keeps its disk, `--mount=type=cache,target=/go/pkg/mod` on the steps that download and compile does as well. On runners that start empty and import a cache with `mode=max`, take that mount away from all of these steps, so that the modules are in a layer; or carry cache mounts over from job to job. Where no cache is imported, or one with `mode=min`, no order helps: the order is judged as for the machines of developers, and cache/remote-cache-missing or cache/remote-cache-mode-min tell what the pipeline lacks.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/optimize/#order-your-layers',
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    'https://docs.docker.com/build/ci/github-actions/cache/#cache-mounts',
    'https://docs.docker.com/guides/golang/build-images/',
    'https://go.dev/ref/mod#go-mod-download',
  ],
  prevents: [
    'network.timeout',
    'network.dns',
    'network.reset',
    'network.refused',
  ],
  evaluate,
  propose: moduleFilesFirst,
  examples: depsBeforeSourceExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { missed, reason } = judge(subject);
  if (!missed) {
    return notApplicable(reason);
  }
  const findings = missed.map(found =>
    found.why === 'order'
      ? describeOrder(subject, found)
      : describeEmptyMount(subject, found),
  );
  return passUnless(onePerPlace(findings));
}

/** Whether a source change downloads modules again, where that can be told. */
export function downloadsAgain(subject: UnitSubject): boolean {
  const { missed = [] } = judge(subject);
  return missed.length > 0;
}

type Judgement =
  | { missed: MissedModules[]; reason?: never }
  | { missed?: never; reason: CheckReason };

function judge(subject: UnitSubject): Judgement {
  const { unit, model } = subject;
  if (!usesGo(subject)) {
    return { reason: noGoReason };
  }
  if (!model.steps.some(fetchesModules)) {
    return { reason: 'No step of the Dockerfile downloads modules.' };
  }
  if (hasNoModules(subject)) {
    return {
      reason:
        'The build takes no go.mod: what Go downloads is not what one would require.',
    };
  }
  if (!requiresModules(unit)) {
    return { reason: 'The modules that are built require no others.' };
  }
  const source = scenarioReruns(model, 'source');
  if (!source || buildsAnother(subject)) {
    return { reason: 'The image is built from no Go file of the repository.' };
  }
  const missed = missedModules(subject, source.reruns);
  // Where mounts start empty the right place for one is none.
  const misplaced =
    model.profile.kind === 'warm' ? misplacedMounts(subject) : [];
  const judged = missed.filter(
    ({ rerun }) => !isMisplaced(misplaced, rerun.step, 'modules'),
  );
  return judged.length === 0 && missed.length > 0
    ? { reason: misplacedReason }
    : { missed: judged };
}

/**
 * A repository from before Go modules, whose tool fetches what no layer of
 * modules saves; or a program of a few files, which needs nothing else where no
 * step gets a module from elsewhere.
 */
function hasNoModules({
  unit: { context, dockerfile, modules },
  snapshot: { tree },
}: UnitSubject): boolean {
  // What is ignored is there all the same, and ought to be in the context.
  const paths = tree.flatMap(
    ({ path }) => relativePath(context.directory, path) ?? [],
  );
  if (
    modules.length > 0 ||
    paths.some(path => /(?:^|\/)go\.(?:mod|work)$/.test(path))
  ) {
    return false;
  }
  const names = new Set(paths);
  return (
    ['Gopkg.toml', 'glide.yaml', 'Godeps/Godeps.json'].some(name =>
      names.has(name),
    ) ||
    (paths.some(path => path.endsWith('.go')) &&
      !/\bgo\s+(?:mod|get|work)\b|\bgit\s+clone\b|\.mod\b|\bmake\b/.test(
        dockerfile.source,
      ))
  );
}

/** The Go of the repository is elsewhere: another one is cloned to be the context. */
function buildsAnother({ unit: { context }, snapshot }: UnitSubject): boolean {
  const isGo = ({ path }: { path: string }) =>
    /(?:\.go|(?:^|\/)go\.(?:mod|work))$/.test(path);
  return (
    snapshot.tree.some(isGo) &&
    ![...context.entries, ...context.ignored].some(isGo)
  );
}

/** Two stages may compile with the modules of one download. */
function onePerPlace(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding, index) =>
      findings.findIndex(({ line }) => line === finding.line) === index,
  );
}

function describeOrder(
  subject: UnitSubject,
  { rerun, download }: MissedModules,
): Finding {
  const { step } = rerun;
  const { effects, environment } = step;
  const notes = [
    `${orderOf(rerun)}: every source change fetches all modules again.`,
  ];
  if (
    effects.compiles &&
    !environment.moduleCacheMount &&
    download?.environment.moduleCacheMount
  ) {
    notes.push(
      `Those of line ${download.instruction.line} are in a cache mount, which this step does not have.`,
    );
  }
  if (environment.moduleCacheMount) {
    notes.push(
      `Its cache mount for them does not help: it starts empty on this builder${placeOfBuilder(
        subject,
      )}.`,
    );
  } else if (keepsNothing(subject, rerun)) {
    notes.push(
      `This builder${placeOfBuilder(
        subject,
      )} keeps no layers of it at all; the order counts for every builder that does, such as those of developers.`,
    );
  }
  return findingAt(subject.unit.dockerfile, step.instruction, notes.join(' '));
}

function orderOf({ step, origin }: Rerun): string {
  const what = step.effects.compiles
    ? 'compiles and downloads the modules for it'
    : 'downloads the modules';
  return origin === step
    ? `This step ${what}, and takes the sources itself`
    : `This step ${what}, and stands behind ${stepPlace(origin)}`;
}

function describeEmptyMount(
  subject: UnitSubject,
  { rerun: { step }, download }: MissedModules,
): Finding {
  const { dockerfile } = subject.unit;
  const builder = placeOfBuilder(subject);
  if (!download?.environment.moduleCacheMount) {
    const where = download
      ? `in the layer of line ${download.instruction.line}`
      : 'in a layer';
    return findingAt(
      dockerfile,
      step.instruction,
      `The modules are ${where}, but the cache mount of this step hides them, and it starts empty on this builder${builder}: every source change downloads all of them again. Take the mount for modules away.`,
    );
  }
  return findingAt(
    dockerfile,
    download.instruction,
    `This download stays cached when sources change, but its modules are in a cache mount, which is in no layer and starts empty on this builder${builder}: ${stepPlace(
      step,
    )} downloads all of them again. Take the mount for modules away from both steps, or carry cache mounts over from job to job.`,
  );
}

function keepsNothing(subject: UnitSubject, { step }: Rerun): boolean {
  return (
    subject.model.profile.kind !== 'warm' &&
    !keepsLayersOnly(subject, step.stage)
  );
}

function placeOfBuilder({ model: { profile } }: UnitSubject): string {
  return profile.path === undefined
    ? ''
    : ` (${profile.path}:${profile.line ?? 1})`;
}
