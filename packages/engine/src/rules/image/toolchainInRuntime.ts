/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { selectFiles } from '../../context/selectFiles';
import { baseName, relativePath } from '../../snapshot/repositoryPath';
import {
  contextCopies,
  ContextCopy,
  placeOf,
  selectionOf,
} from '../../units/contextCopies';
import { findingAt } from '../evidence/createFinding';
import { readFinalImage, StageChain } from '../evidence/finalImage';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { notApplicable } from '../evidence/notApplicable';
import { StartCommand, startCommand } from '../evidence/startCommand';
import { isGolang } from '../facts/baseImages';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { toolchainInRuntimeExamples } from './toolchainInRuntime.examples';

export const toolchainInRuntime: UnitRule = {
  id: 'image/toolchain-in-runtime',
  category: 'image',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'The image holds the program, not what built it',
    fail: 'The image carries the Go toolchain or the sources',
  },
  why: 'The Go image is some 800 MB with compiler, shell, git and package manager, all of which every node pulls and every scanner reports. Whoever gets into the container finds the sources and a compiler ready for use.',
  howToFix:
    'Add a second stage that stands on a small base and copies only the binary: `FROM gcr.io/distroless/static-debian13:nonroot`, `COPY --from=build /out/app /app`.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/building/multi-stage/',
    'https://docs.docker.com/build/building/best-practices/#use-multi-stage-builds',
  ],
  prevents: ['fs.disk_full'],
  evaluate,
  examples: toolchainInRuntimeExamples,
};

function evaluate({ unit, model }: UnitSubject): RuleOutcome {
  const { dockerfile } = unit;
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  if (unit.modules.length === 0) {
    return notApplicable('The build takes no Go module from its context.');
  }
  const start = startCommand(chain);
  if (isDevelopmentBuild(unit) || runsTests(start)) {
    return notApplicable(
      'The target is for development or tests, where the toolchain belongs.',
    );
  }
  if (chain.root.kind === 'image' && isGolang(chain.root.reference)) {
    if (!start.entrypoint && !start.command) {
      return notApplicable(
        'The target starts nothing, so it is a build and not a service.',
      );
    }
    if (!compiles(model, chain) && !runsGo(start)) {
      return notApplicable(
        'The image compiles nothing while it is built: it is made to compile when it runs.',
      );
    }
    const { from, base } = chain.stages[chain.stages.length - 1];
    return {
      state: 'fail',
      findings: [
        findingAt(
          dockerfile,
          from,
          `The image that runs stands on ${base}: it carries the Go toolchain with everything that was needed for the build.`,
        ),
      ],
    };
  }
  const sources = copiedSources(unit, chain);
  if (sources.length > 0 && isGuessedContext({ unit, model })) {
    return notApplicable(
      'The Dockerfile compiles nothing, and nothing tells which folder with a binary it is built in.',
    );
  }
  if (sources.length > 0 && !startsProgram(start)) {
    return notApplicable(
      'The target starts no program of its own, so it is a build and not a service.',
    );
  }
  if (sources.length > 0) {
    return {
      state: 'fail',
      findings: sources.map(({ instruction }) =>
        findingAt(
          dockerfile,
          instruction,
          'This puts the Go sources into the image that runs; it needs the binary only.',
        ),
      ),
    };
  }
  return { state: 'pass' };
}

/** Whether a step of the image that runs compiles. */
function compiles(model: UnitSubject['model'], chain: StageChain): boolean {
  return model.steps.some(
    ({ stage, effects }) => effects.compiles && chain.stages.includes(stage),
  );
}

/**
 * A file for many programs, each built in the folder with its binary: the
 * folder of the file itself is above all of them.
 */
function isGuessedContext({
  unit,
  model,
}: Pick<UnitSubject, 'unit' | 'model'>): boolean {
  return (
    unit.origin === 'convention' &&
    !unit.modules.some(
      ({ directory }) => directory === unit.context.directory,
    ) &&
    !model.steps.some(({ effects }) => effects.compiles)
  );
}

/** `go run .` */
function runsGo(start: StartCommand): boolean {
  return startWords(start)[0] === 'go';
}

/** Something else than the shell of the base image. */
function startsProgram(start: StartCommand): boolean {
  const words = startWords(start);
  return (
    words.length > 1 ||
    (words.length === 1 &&
      !/^(?:(?:ba|da|a|z)?sh|pwsh|powershell|cmd)(?:\.exe)?$/i.test(words[0]))
  );
}

function copiedSources(
  unit: UnitSubject['unit'],
  chain: StageChain,
): ContextCopy[] {
  const modules = unit.modules
    .map(({ path }) => relativePath(unit.context.directory, path))
    .filter(path => path !== undefined) as string[];
  return contextCopies(unit, chain.stages).filter(
    copy =>
      copy.kind === 'copy' &&
      modules.some(path => placeOf(copy, path) !== undefined) &&
      takesSources(unit, copy),
  );
}

/** Unlike `COPY go.* setup.sh ./`, which puts no sources anywhere. */
function takesSources(
  { context }: UnitSubject['unit'],
  copy: ContextCopy,
): boolean {
  return selectFiles(context, selectionOf(copy)).entries.some(({ path }) =>
    path.endsWith('.go'),
  );
}

const testPrograms = new Set([
  'air',
  'bash',
  'CompileDaemon',
  'dlv',
  'ginkgo',
  'golangci-lint',
  'gotestsum',
  'gow',
  'reflex',
  'sh',
]);

/** `go test`, `make lint`, `air`, a bare shell. */
function runsTests(start: StartCommand): boolean {
  const words = startWords(start);
  const [program, argument] = words[0] === 'exec' ? words.slice(1) : words;
  switch (program) {
    case undefined:
      return false;
    case 'go':
      return argument === 'test' || argument === 'vet';
    case 'make':
      return /test|lint|check|bench/.test(argument ?? '');
    case 'sh':
    case 'bash':
      return words.length === 1;
    default:
      return testPrograms.has(program);
  }
}

function startWords({ entrypoint, command }: StartCommand): string[] {
  return [entrypoint, command]
    .flatMap(part => part?.json ?? part?.text.split(/\s+/) ?? [])
    .map(baseName);
}
