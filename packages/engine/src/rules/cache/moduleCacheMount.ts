/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { requiresModules } from '../../units/requiresModules';
import { findingAt } from '../evidence/createFinding';
import { fetchesModules } from '../evidence/fetchesModules';
import { stageChains } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { scenarioReruns } from '../evidence/scenarioRerun';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { depsBeforeSource } from './depsBeforeSource';
import { moduleCacheMountExamples } from './moduleCacheMount.examples';
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
  if (depsBeforeSource.evaluate(subject).state === 'fail') {
    return notApplicable(
      'Every source change downloads all modules: cache/deps-before-source tells.',
    );
  }
  const modules = scenarioReruns(model, 'modules');
  if (!modules) {
    return notApplicable('There are no module files that could change.');
  }
  const misplaced = misplacedMounts(subject);
  const findings = firstOfEachStage(
    modules.reruns.filter(
      ({ step }) =>
        fetchesModules(step) &&
        !step.environment.moduleCacheMount &&
        !isMisplaced(misplaced, step, 'modules'),
    ),
    stageChains(unit),
  ).map(({ step }) =>
    findingAt(
      unit.dockerfile,
      step.instruction,
      'Any change of go.mod or go.sum re-runs this download, and no cache mount holds the module cache: all modules are fetched again for the one that changed.',
    ),
  );
  return passUnless(findings);
}
