/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { FixProposal } from '../../edits/types';
import { requiresModules } from '../../units/requiresModules';
import { findingAt } from '../evidence/createFinding';
import { fetchesModules } from '../evidence/fetchesModules';
import { stageChains } from '../evidence/finalImage';
import { hasForeignMount } from '../evidence/goCacheFolders';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Rerun, scenarioReruns } from '../evidence/scenarioRerun';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import {
  addCacheMounts,
  compilesAtStart,
  notInImage,
  readsCache,
  servesOtherTargets,
  stepsBehind,
} from './cacheMountEdits';
import { downloadsAgain } from './depsBeforeSource';
import { moduleCacheMountExamples } from './moduleCacheMount.examples';
import { mayUseModules } from './mayUseModules';
import { isMisplaced, misplacedMounts } from './misplacedMounts';
import { firstOfEachStage } from './missedModules';

/**
 * The same missing mount makes `cache/deps-before-source` fail when the sources
 * stand before the download, and a mount with a wrong target is what
 * `cache/mount-target` reports; this rule is about what is left when both are
 * in order.
 */
export const moduleCacheMount: UnitRule = {
  id: 'cache/module-cache-mount',
  category: 'cache',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'A bumped dependency downloads only what is new',
    fail: 'A bumped dependency downloads all modules again',
  },
  why: 'The layer with the modules is made anew whenever go.mod or go.sum change, and starts empty. With a cache mount the builder keeps the modules, and a bump downloads the one module that changed.',
  howToFix:
    'Give the download step `--mount=type=cache,target=/go/pkg/mod`, or whatever folder `go env GOMODCACHE` names there, and every step that compiles the same mount: the modules are no longer in the layer.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/optimize/#use-cache-mounts',
    'https://docs.docker.com/guides/golang/build-images/',
    'https://go.dev/ref/mod#module-cache',
  ],
  prevents: ['network.timeout', 'network.dns'],
  evaluate,
  propose,
  examples: moduleCacheMountExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit, model } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (!model.steps.some(fetchesModules)) {
    return notApplicable('No step of the Dockerfile downloads modules.');
  }
  if (!requiresModules(unit)) {
    return notApplicable('The modules that are built require no others.');
  }
  if (model.profile.kind !== 'warm') {
    return notApplicable(
      'Cache mounts start empty on this builder, so a layer is the better place for the modules.',
    );
  }
  if (downloadsAgain(subject)) {
    return notApplicable(
      'Every source change downloads all modules: cache/deps-before-source tells.',
    );
  }
  const modules = scenarioReruns(model, 'modules');
  if (!modules) {
    return notApplicable('There are no module files that could change.');
  }
  const findings = unmountedDownloads(subject, modules.reruns).map(step =>
    findingAt(
      unit.dockerfile,
      step.instruction,
      'Any change of go.mod or go.sum re-runs this download, and no cache mount holds the module cache: all modules are fetched again for the one that changed.',
    ),
  );
  return passUnless(findings);
}

function unmountedDownloads(
  subject: UnitSubject,
  reruns: readonly Rerun[],
): Step[] {
  const misplaced = misplacedMounts(subject);
  const chains = stageChains(subject.unit);
  return firstOfEachStage(
    reruns.filter(
      ({ step }) =>
        fetchesModules(step) &&
        !step.environment.moduleCacheMount &&
        !hasForeignMount(step, chains.get(step.stage)?.root) &&
        !isMisplaced(misplaced, step, 'modules'),
    ),
    chains,
  ).map(({ step }) => step);
}

/** All steps behind a download need the mount, too: nothing is left in layers. */
function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit, model } = subject;
  const reruns = scenarioReruns(model, 'modules')?.reruns ?? [];
  const downloads = unmountedDownloads(subject, reruns);
  const steps = downloads.flatMap(download =>
    stepsBehind(subject, download).filter(mayUseModules),
  );
  const atStart = compilesAtStart(subject, steps);
  const edits =
    atStart === 'yes' ||
    readsCache(subject, 'modules') ||
    servesOtherTargets(subject, steps)
      ? undefined
      : addCacheMounts(
          subject,
          [...new Set(steps)].map(step => ({ step, contents: ['modules'] })),
        );
  if (!edits?.length) {
    return undefined;
  }
  return {
    title: 'Keep the modules in a cache mount',
    ...(atStart === 'maybe'
      ? { safety: 'needs-review', review: notInImage }
      : { safety: 'safe' }),
    changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
  };
}
