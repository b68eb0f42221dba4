/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { copyWords } from '../../units/contextCopies';
import { joinImagePath } from '../../units/imagePath';
import { walkStages } from '../../units/walkStages';
import { findingAt } from '../evidence/createFinding';
import { readFinalImage, stageChains } from '../evidence/finalImage';
import { isDevelopmentBuild } from '../evidence/isDevelopmentBuild';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { startCommand } from '../evidence/startCommand';
import { isGolang } from '../facts/baseImages';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { resolveStage } from '../evidence/resolveCopyStage';
import { sourceInRuntimeExamples } from './sourceInRuntime.examples';

export const sourceInRuntime: UnitRule = {
  id: 'image/source-in-runtime',
  category: 'image',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'The image copies only what it runs',
    fail: 'The image copies whole folders of the build',
  },
  why: 'The module cache, a home folder or the whole context bring sources, tests and whatever lies beside them into the image: credentials of the build too. Every node pulls it, and every change of any file makes the layer anew.',
  howToFix:
    'Copy the binary by its path, `COPY --from=build /out/app /app`, and name what else the service reads: `COPY --from=build /src/templates /templates`.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/building/multi-stage/',
    'https://go.dev/ref/mod#module-cache',
  ],
  prevents: ['fs.disk_full'],
  evaluate,
  examples: sourceInRuntimeExamples,
};

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { chain, reason } = readFinalImage(unit);
  if (!chain) {
    return notApplicable(reason);
  }
  const start = startCommand(chain);
  if (unit.modules.length === 0 || (!start.entrypoint && !start.command)) {
    return notApplicable('The image starts no program of a Go module.');
  }
  if (isDevelopmentBuild(unit)) {
    return notApplicable('The target is for development or tests.');
  }
  if (chain.root.kind === 'image' && isGolang(chain.root.reference)) {
    return notApplicable('The image that runs is that of the build.');
  }
  const chains = stageChains(unit);
  const isMultiStage = chain.stages.some(stage =>
    stage.instructions.some(instruction => resolveStage(unit, instruction)),
  );
  const findings: Finding[] = [];
  let copies = 0;
  for (const { instruction, scope } of walkStages(unit, chain.stages)) {
    if (instruction.keyword !== 'COPY') {
      continue;
    }
    copies++;
    const sources = copyWords(instruction)
      .slice(0, -1)
      .map(source => scope.expand(source));
    const from = resolveStage(unit, instruction);
    const isContext =
      isMultiStage &&
      !instruction.flags.some(
        ({ name }) => name === 'from' || name === 'exclude',
      );
    const root = from && chains.get(from)?.root;
    const isBuild =
      root?.kind === 'image' && isGolang(root.reference) && from !== undefined;
    for (const { value, certain } of sources) {
      let what: string | undefined;
      if (certain && isBuild) {
        what = buildFolder(joinImagePath('/', value));
      } else if (certain && isContext && /^\/?(?:\.\/?)?$/.test(value)) {
        what = 'the whole build context';
      }
      if (what !== undefined) {
        findings.push(
          findingAt(
            unit.dockerfile,
            instruction,
            `This puts ${what} into the image that runs.`,
          ),
        );
      }
    }
  }
  return copies === 0
    ? notApplicable('The image copies nothing.')
    : passUnless(findings);
}

/** Folders of the Go image that hold more than what was built. */
function buildFolder(path: string): string | undefined {
  switch (path) {
    case '/':
      return 'all of the build stage';
    case '/go':
    case '/go/pkg':
    case '/go/pkg/mod':
      return 'the module cache';
    case '/go/src':
      return 'the sources';
    case '/root':
    case '/home':
      return 'the home folder of the build';
    case '/usr/local/go':
      return 'the Go toolchain';
    default:
      return undefined;
  }
}
