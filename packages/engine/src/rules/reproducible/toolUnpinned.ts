/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../../dockerfile/parseShell';
import { Instruction, ShellCommand, Stage } from '../../dockerfile/types';
import { changesOf } from '../../edits/changesOf';
import { FixProposal } from '../../edits/types';
import { baseName } from '../../snapshot/repositoryPath';
import { walkStages } from '../../units/walkStages';
import { findingAt } from '../evidence/createFinding';
import { StageChain, stageChains } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { isGolang } from '../facts/baseImages';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { toolUnpinnedExamples } from './toolUnpinned.examples';
import { pinInstall, UnpinnedInstall } from './pinInstall';
import { findUnpinned } from './unpinnedInstall';

export const toolUnpinned: UnitRule = {
  id: 'reproducible/tool-unpinned',
  category: 'reproducible',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Installed tools have versions',
    fail: 'A tool is installed in whatever version is newest',
  },
  why: 'The same commit gives another build as soon as someone publishes a new version, and the build breaks on a day when nothing was changed. A package that is taken over reaches the image with the next build.',
  howToFix:
    'Name the version: `go install golang.org/x/tools/cmd/stringer@v0.38.0`, or a `tool` line in go.mod and `go tool`; `pip install -r requirements.txt` with `==`; `npm ci` with a lock file, `npm install -g name@1.2.3`.',
  fix: 'auto',
  sources: [
    'https://go.dev/ref/mod#version-queries',
    'https://go.dev/doc/modules/managing-dependencies#tools',
    'https://docs.npmjs.com/cli/commands/npm-ci',
    'https://pip.pypa.io/en/stable/topics/repeatable-installs/',
    'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
  ],
  prevents: ['gomod.toolchain_version'],
  evaluate,
  propose,
  examples: toolUnpinnedExamples,
};

/** Which stages may hold a go.mod file by now: those that got any files. */
class FilledStages {
  readonly #chains: ReadonlyMap<Stage, StageChain>;
  readonly #filled = new Set<Stage>();

  constructor(unit: UnitSubject['unit']) {
    this.#chains = stageChains(unit);
  }

  note(stage: Stage, { keyword, text, flags, heredocs }: Instruction): void {
    if (
      keyword === 'COPY' ||
      keyword === 'ADD' ||
      keyword === 'ONBUILD' ||
      (keyword === 'RUN' &&
        (flags.some(({ name }) => name === 'mount') ||
          heredocs.length > 0 ||
          /\b(?:git|mod|curl|wget|tar|svn)\b/.test(text)))
    ) {
      this.#filled.add(stage);
    }
  }

  mayHaveModule(stage: Stage): boolean {
    const chain = this.#chains.get(stage);
    return (
      !chain ||
      chain.root.kind !== 'image' ||
      !isGolang(chain.root.reference) ||
      chain.stages.some(below => this.#filled.has(below))
    );
  }
}

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { installs, commands } = unpinnedInstalls(unit);
  if (installs.length > 0) {
    return {
      state: 'fail',
      findings: distinctLines(installs).map(({ command, message }) =>
        findingAt(unit.dockerfile, command, message),
      ),
    };
  }
  return commands === 0
    ? notApplicable('No step runs a command.')
    : { state: 'pass' };
}

function propose({ unit, modules }: UnitSubject): FixProposal | undefined {
  const pinning = {
    unit,
    modules: unit.modules.length > 0 ? unit.modules : modules,
  };
  const changes = changesOf(
    unpinnedInstalls(unit)
      .installs.flatMap(install => pinInstall(install, pinning) ?? [undefined])
      .map(edit => edit && { path: unit.dockerfile.path, edit }),
  );
  return (
    changes && {
      title: 'Install tools in the versions that the repository names',
      safety: 'needs-review',
      review:
        'Versions of go.mod or of the lock file come in the place of the newest ones: check that the build does with them, and that `npm ci` finds the lock file in step with package.json.',
      changes,
    }
  );
}

/** The commands of a unit that install what is newest, and how many it has. */
function unpinnedInstalls(unit: UnitSubject['unit']): {
  installs: UnpinnedInstall[];
  commands: number;
} {
  const { dockerfile } = unit;
  const installs: UnpinnedInstall[] = [];
  const filled = new FilledStages(unit);
  let commands = 0;
  for (const { stage, instruction, scope } of walkStages(
    unit,
    unit.reachable,
  )) {
    filled.note(stage, instruction);
    if (instruction.keyword !== 'RUN') {
      continue;
    }
    const all = parseShell(dockerfile, instruction).commands;
    const followsLock = all.some(command => npmVerb(command) === 'ci');
    for (const command of all) {
      commands++;
      if (followsLock && npmVerb(command) === 'install') {
        // The other branch of `if [ -f package-lock.json ]`, or of `||`.
        continue;
      }
      const message = findUnpinned(command, {
        scope,
        mayHaveModule: filled.mayHaveModule(stage),
      });
      if (message !== undefined) {
        installs.push({
          command,
          message,
          stage,
          instruction,
          folder: scope.resolve('.'),
          staysInFolder: all.every(({ name }) => name !== 'cd'),
        });
      }
    }
  }
  return { installs, commands };
}

function distinctLines(
  installs: readonly UnpinnedInstall[],
): UnpinnedInstall[] {
  return installs.filter(
    ({ command, instruction }, index) =>
      installs.findIndex(
        other =>
          other.instruction === instruction &&
          other.command.line === command.line,
      ) === index,
  );
}

/** What npm is asked to do to the project at hand; undefined for named tools. */
function npmVerb({ name, arguments: words }: ShellCommand): string | undefined {
  const [verb, ...others] = words.map(({ text }) => text);
  return name !== undefined &&
    baseName(name) === 'npm' &&
    others.every(word => /^-/.test(word) && !/^(?:-g|--global)$/.test(word))
    ? verb
    : undefined;
}
