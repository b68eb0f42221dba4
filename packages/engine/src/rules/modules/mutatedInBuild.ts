/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Stage } from '../../dockerfile/types';
import { readGoCommand } from '../../units/goCommand';
import { joinImagePath, pathBelow } from '../../units/imagePath';
import { contextCopies, ContextCopy, placeOf } from '../../units/contextCopies';
import { stageChains } from '../evidence/finalImage';
import { findingAt } from '../evidence/createFinding';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { moduleUses } from '../evidence/moduleLayout';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { mutatedInBuildExamples } from './mutatedInBuild.examples';

export const mutatedInBuild: UnitRule = {
  id: 'modules/mutated-in-build',
  category: 'modules',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'The build takes the module files as they are',
    fail: 'The build changes go.mod or go.sum',
  },
  why: 'What is built is then not what was reviewed: the command picks versions on the day of the build, and writes them where nobody sees them. Two builds of one commit can hold different code, and a missing requirement or checksum goes unnoticed.',
  howToFix:
    'Run the command in the repository, commit go.mod and go.sum, and let the build only read them: `go mod download` and `go build`, without `-mod=mod`. `go mod tidy -diff` in the pipeline tells when they are out of date. Tools belong into go.mod (`go get -tool`) or are installed at a version: `go install example.com/tool@v1.2.3`.',
  fix: 'guided',
  sources: [
    'https://go.dev/ref/mod#build-commands',
    'https://go.dev/ref/mod#go-mod-tidy',
    'https://go.dev/ref/mod#go-get',
  ],
  prevents: ['gomod.updates_needed', 'gomod.missing_gosum'],
  evaluate,
  examples: mutatedInBuildExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (isDevelopmentBuild(unit)) {
    return notApplicable(
      'The image is for development, where module files may change.',
    );
  }
  if (!subject.model.steps.some(({ effects }) => effects.compiles)) {
    return notApplicable(
      'The Dockerfile compiles nothing: it may be there to update module files.',
    );
  }
  const uses = moduleUses(subject).filter(
    ({ folder, instruction: { text, heredocs } }) =>
      folder !== undefined &&
      // A check that the files are up to date.
      ![text, ...heredocs.map(({ body }) => body)].some(body =>
        /\bgit\s+(?:diff|status)\b/.test(body),
      ),
  );
  const made = [...initialisations(subject), ...unseenChanges(subject)];
  if (uses.length + made.length === 0) {
    return notApplicable(
      'No go command of the Dockerfile is known to work on a module of this repository.',
    );
  }
  const findings = new Map<number, Finding>(
    made.map(finding => [finding.line, finding]),
  );
  const told = new Set<unknown>();
  for (const use of uses) {
    const change = changeBy(use, `${use.module.path} and go.sum`);
    // GOFLAGS is told once a stage.
    if (!change || (change.byFlags && told.has(use.stage))) {
      continue;
    }
    if (change.byFlags) {
      told.add(use.stage);
    }
    if (!findings.has(use.line)) {
      findings.set(use.line, findingAt(unit.dockerfile, use, change.message));
    }
  }
  return passUnless([...findings.values()].sort((a, b) => a.line - b.line));
}

function changeBy(
  {
    verb,
    words,
    flags,
  }: { verb: string; words: readonly string[]; flags: string },
  files: string,
): { message: string; byFlags?: boolean } | undefined {
  if (verb === 'get') {
    const addsOnly = words.every(word => /^(?:-(?:d|v|x)|\.\S*)$/.test(word));
    return {
      message: addsOnly
        ? `\`go get\` adds what ${files} lack during the build, in the newest version.`
        : `\`go get\` changes the requirements of ${files} during the build.`,
    };
  }
  if (verb === 'mod') {
    return words[0] === 'tidy' && !words.some(word => /^--?diff$/.test(word))
      ? {
          message: `\`go mod tidy\` makes ${files} anew during the build, with whatever is newest then.`,
        }
      : undefined;
  }
  if (words.some(word => /^--?mod=mod$/.test(word))) {
    return {
      message: `\`-mod=mod\` lets \`go ${verb}\` change ${files} during the build.`,
    };
  }
  return flags.split(/\s+/).some(word => /^--?mod=mod$/.test(word))
    ? {
        message: `GOFLAGS has \`-mod=mod\`, which lets \`go ${verb}\` change ${files} during the build.`,
        byFlags: true,
      }
    : undefined;
}

/** `go mod init` where sources of the repository are. */
function initialisations({ unit, model }: UnitSubject): Finding[] {
  const findings: Finding[] = [];
  const copiesOfStage = stageCopies(unit);
  const sources = unit.context.entries.filter(({ path }) =>
    path.endsWith('.go'),
  );
  for (const step of model.steps) {
    let folder = step.environment.workdir;
    for (const command of step.shell?.commands ?? []) {
      const [target] = command.arguments;
      if (command.name === 'cd' && target) {
        folder = target.static ? joinImagePath(folder, target.text) : '';
      }
      const go = readGoCommand(command);
      if (go?.verb !== 'mod' || go.words[0]?.text !== 'init') {
        continue;
      }
      const place = folder && joinImagePath(folder, go.folder?.text ?? '');
      if (
        place &&
        copiesOfStage(step.stage).some(
          copy =>
            isBefore(copy, step) &&
            sources.some(({ path }) => {
              const file = placeOf(copy, path);
              return file !== undefined && pathBelow(place, file) !== undefined;
            }),
        )
      ) {
        findings.push(
          findingAt(
            unit.dockerfile,
            command,
            '`go mod init` makes up a go.mod during the build, so the versions of all modules are those of that day.',
          ),
        );
      }
    }
  }
  return findings;
}

/** Verbs of builds, and `mod`, whose changes need no look at the module. */
const CHANGES = /^(?:build|install|mod|run|test|vet)$/;

/**
 * Changes of module files that are copied from the context and that are not
 * known here, as of a repository that was read in part.
 */
function unseenChanges({ unit, model }: UnitSubject): Finding[] {
  const commands = model.steps.flatMap(({ shell }) => shell?.commands ?? []);
  const isMadeUp = commands.some(command => {
    const go = readGoCommand(command);
    return (
      (go?.verb === 'mod' && go.words[0]?.text === 'init') ||
      /^(?:git|curl|wget|tar)$/.test(command.name ?? '')
    );
  });
  if (unit.modules.length > 0 || isMadeUp) {
    return [];
  }
  const findings: Finding[] = [];
  const copiesOfStage = stageCopies(unit);
  let byFlags = false;
  for (const step of model.steps) {
    const { workdir, variables } = step.environment;
    const holdsModule = () =>
      copiesOfStage(step.stage).some(copy => {
        const place = placeOf(copy, 'go.mod');
        return (
          place?.endsWith('/go.mod') &&
          isBefore(copy, step) &&
          pathBelow(place.slice(0, -'/go.mod'.length) || '/', workdir) !==
            undefined
        );
      });
    for (const command of step.shell?.commands ?? []) {
      const go = readGoCommand(command);
      const words = (go?.words ?? []).map(({ text }) => text);
      if (
        !go ||
        !CHANGES.test(go.verb ?? '') ||
        go.folder ||
        words.some(word => /^[^-].*@/.test(word)) ||
        !holdsModule()
      ) {
        continue;
      }
      const own = command.environment.find(({ name }) => name === 'GOFLAGS');
      const flags = own?.value ?? variables.GOFLAGS ?? '';
      const change = changeBy(
        { verb: go.verb ?? '', words, flags },
        'go.mod and go.sum',
      );
      if (change && !(change.byFlags && byFlags)) {
        byFlags ||= change.byFlags === true;
        findings.push(findingAt(unit.dockerfile, command, change.message));
      }
    }
  }
  return findings;
}

/** What the stages that a stage stands on, and itself, take from the context. */
function stageCopies(
  unit: UnitSubject['unit'],
): (stage: Stage) => readonly ContextCopy[] {
  const known = new Map<Stage, readonly ContextCopy[]>();
  return stage => {
    const stages = stageChains(unit).get(stage)?.stages ?? [stage];
    const copies =
      known.get(stage) ??
      contextCopies(unit).filter(copy => stages.includes(copy.stage));
    known.set(stage, copies);
    return copies;
  };
}

function isBefore(copy: ContextCopy, step: Step): boolean {
  return copy.instruction.span.start <= step.instruction.span.start;
}
