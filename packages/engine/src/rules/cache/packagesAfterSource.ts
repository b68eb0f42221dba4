/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { installsPackages } from '../../cache/installsPackages';
import { Step } from '../../cache/types';
import { Instruction } from '../../dockerfile/types';
import {
  insertInstructions,
  takeInstruction,
} from '../../edits/editInstructions';
import { FixProposal, TextEdit } from '../../edits/types';
import { baseName } from '../../snapshot/repositoryPath';
import { copyWords } from '../../units/contextCopies';
import { joinImagePath, overlap } from '../../units/imagePath';
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
  propose,
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

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit, model } = subject;
  const reruns = scenarioReruns(model, 'source')?.reruns ?? [];
  const late = new Set(reruns.map(({ step }) => step));
  const edits: TextEdit[] = [];
  for (const { step } of reruns.filter(rerun => isMovable(rerun.step))) {
    const first = model.steps.find(
      other => other.stage === step.stage && late.has(other),
    );
    const taken =
      first && installsOnly(step) && isFreeToMove(step, first, model.steps)
        ? takeInstruction(unit.dockerfile, step.instruction)
        : undefined;
    const inserted =
      first &&
      taken &&
      insertInstructions(unit.dockerfile, first.instruction, [taken.text]);
    if (!taken || !inserted) {
      return undefined;
    }
    edits.push(taken.edit, inserted);
  }
  return edits.length === 0
    ? undefined
    : {
        title: 'Install packages before the sources are copied',
        safety: 'safe',
        changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
      };
}

/** Whether a step does nothing but install by name, and tidy up behind it. */
function installsOnly({ shell, mounts, instruction }: Step): boolean {
  return (
    shell !== undefined &&
    !shell.opaque &&
    shell.errors.length === 0 &&
    instruction.heredocs.length === 0 &&
    mounts.every(({ type }) => type === 'cache') &&
    shell.commands.every(command => {
      const { name = '', arguments: words, environment, redirects } = command;
      const texts = words.map(({ text }) => text);
      return (
        words.every(word => word.static) &&
        environment.every(pair => pair.static) &&
        redirects.length === 0 &&
        ((name === 'rm' &&
          texts.every(text => /^-|^\/var\/(?:lib\/apt|cache)\//.test(text))) ||
          name === 'set' ||
          name === 'update-ca-certificates' ||
          (/^(?:apk|apt|apt-get|dnf|microdnf|yum|tdnf)$/.test(name) &&
            !texts.some(text => /[/=]\//.test(text) || /^[./]/.test(text))) ||
          (readGoCommand(command)?.verb === 'install' &&
            texts.some(text => /^[^-].*@/.test(text))))
      );
    })
  );
}

/** Folders whose files a package manager reads or writes. */
const systemFolders = [
  ...['/bin', '/etc', '/lib', '/lib64', '/sbin', '/var'],
  ...['/usr/bin', '/usr/lib', '/usr/share', '/usr/sbin'],
];

/** Whether nothing between two places of a stage matters to what is installed. */
function isFreeToMove(
  step: Step,
  first: Step,
  steps: readonly Step[],
): boolean {
  const { instructions } = step.stage;
  const from = instructions.indexOf(first.instruction);
  const to = instructions.indexOf(step.instruction);
  if (from < 0 || to <= from) {
    return false;
  }
  return instructions.slice(from, to).every(instruction => {
    switch (instruction.keyword) {
      case 'COPY':
      case 'ADD':
        return isBesideSystem(
          instruction,
          steps.find(other => other.instruction === instruction),
        );
      case 'WORKDIR':
      case 'LABEL':
      case 'EXPOSE':
      case 'CMD':
      case 'ENTRYPOINT':
        return true;
      case 'ARG':
      case 'ENV':
        // Proxies and mirrors, paths and settings of the package manager.
        return (instruction.pairs ?? []).every(
          ({ name }) =>
            !/PROXY|PATH|^HOME$|DEBIAN|APT|^GO|^LANG|MIRROR|REPO/i.test(name),
        );
      case 'RUN': {
        const other = steps.find(own => own.instruction === instruction);
        return (
          other !== undefined &&
          !other.shell?.opaque &&
          other.shell?.commands.every(
            ({ name }) =>
              name !== undefined &&
              /^(?:mkdir|chmod|ls|pwd|true|go)$/.test(name),
          ) === true
        );
      }
      default:
        return false;
    }
  });
}

function isBesideSystem(
  instruction: Instruction,
  step: Step | undefined,
): boolean {
  const words = copyWords(instruction);
  const target = words.at(-1) ?? '';
  if (/[$]/.test(target) || !step || instruction.heredocs.length > 0) {
    return false;
  }
  const place = joinImagePath(step.environment.workdir, target);
  if (place === '/') {
    // Files by name, and no folder that would bring a file system.
    return (
      words
        .slice(0, -1)
        .every(word => /^[\w./-]*\/[\w-]+$|^[\w-]+$/.test(word)) &&
      words
        .slice(0, -1)
        .every(
          word =>
            !/^(?:etc|usr|lib|lib64|bin|sbin|var|rootfs|root|target|out|dist)$/.test(
              baseName(word),
            ),
        )
    );
  }
  return !systemFolders.some(folder => overlap(folder, place));
}

function describe({ step, origin }: Rerun): string {
  return origin === step
    ? 'This step installs packages and takes the sources itself: every source change installs them again.'
    : `This step installs packages behind ${stepPlace(
        origin,
      )}: every source change installs them again.`;
}
