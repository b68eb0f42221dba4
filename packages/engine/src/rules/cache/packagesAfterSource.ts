/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { installsPackages } from '../../cache/installsPackages';
import { Step } from '../../cache/types';
import { readGoCommand } from '../../units/goCommand';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Rerun, scenarioReruns, stepPlace } from '../evidence/scenarioRerun';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { packagesAfterSourceExamples } from './packagesAfterSource.examples';

/**
 * Where `cache/commit-busts` names the same step, ignoring `.git` or moving an
 * argument leaves it behind the sources: what this rule asks for is still to be
 * done.
 */
export const packagesAfterSource: UnitRule = {
  id: 'cache/packages-after-source',
  category: 'cache',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'A source change installs no packages',
    fail: 'Every source change installs packages again',
  },
  why: 'The packages do not depend on the sources, but their step stands behind them, so each build downloads and unpacks them again. It can fail with the mirror, and two builds of one commit can get different versions.',
  howToFix:
    'Move the installation above the first COPY of the sources; in a final stage, above the `COPY --from` that brings the program.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/cache/optimize/#order-your-layers',
    'https://docs.docker.com/build/cache/invalidation/',
  ],
  prevents: [
    'network.timeout',
    'network.dns',
    'ospkg.http',
    'ospkg.package_not_found',
  ],
  evaluate,
  examples: packagesAfterSourceExamples,
};

function evaluate({ unit, model }: UnitSubject): RuleOutcome {
  if (!model.steps.some(({ effects }) => effects.installsPackages)) {
    return notApplicable('No step installs packages.');
  }
  const source = scenarioReruns(model, 'source');
  if (!source) {
    return notApplicable(
      'The image is built from no Go file of the repository.',
    );
  }
  return passUnless(
    source.reruns
      .filter(({ step }) => isMovable(step))
      .map(rerun =>
        findingAt(unit.dockerfile, rerun.step.instruction, describe(rerun)),
      ),
  );
}

/**
 * Whether a step installs something by name, and not what was copied. What it
 * removes again is a tool for the rest of the step, which may need the sources.
 */
function isMovable({ effects, shell }: Step): boolean {
  return (
    effects.installsPackages &&
    !shell?.commands.some(({ arguments: words }) =>
      words.some(({ text }) => /^(?:purge|remove|autoremove|del)$/.test(text)),
    ) &&
    shell?.commands.some(command => {
      const words = command.arguments.map(({ text }) => text);
      const isLocal = words.some(word =>
        /^(?:\.{1,2}(?:\/|$)|\/|.*\.(?:apk|deb|rpm|whl|tgz)$)/.test(word),
      );
      const isTool =
        readGoCommand(command)?.verb === 'install' &&
        words.some(word => /^[^-].*@/.test(word));
      return (installsPackages(command) && !isLocal) || isTool;
    }) === true
  );
}

function describe({ step, origin }: Rerun): string {
  return origin === step
    ? 'This step installs packages and takes the sources itself: every source change installs them again.'
    : `This step installs packages behind ${stepPlace(
        origin,
      )}: every source change installs them again.`;
}
