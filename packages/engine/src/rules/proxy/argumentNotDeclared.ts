/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { readImageBuilds } from '../../ci/readImageBuilds';
import { ImageBuild } from '../../ci/types';
import { Stage } from '../../dockerfile/types';
import { changesOf } from '../../edits/changesOf';
import { insertAfterFrom } from '../../edits/insertAfterFrom';
import { FixProposal } from '../../edits/types';
import { walkStages } from '../../units/walkStages';
import { createFinding } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { goCommandVariables } from '../facts/goCommandVariables';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { argumentNotDeclaredExamples } from './argumentNotDeclared.examples';

export const argumentNotDeclared: UnitRule = {
  id: 'proxy/argument-not-declared',
  category: 'proxy',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'Go settings that builds pass reach the go command',
    fail: 'A build passes a Go setting that never arrives',
  },
  why: 'A build argument is visible only behind an ARG of its name in the same stage; one above the first FROM does not do. Without it `--build-arg GOPRIVATE=…` is dropped, and the go command works with its defaults.',
  howToFix:
    'Declare it in the stage that runs go, above the first RUN that needs it: `ARG GOPRIVATE`. The go command sees it in its environment without any ENV.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/building/variables/#scoping',
    'https://docs.docker.com/reference/dockerfile/#arg',
  ],
  prevents: ['goproxy.404', 'goproxy.410'],
  evaluate,
  propose,
  examples: argumentNotDeclaredExamples,
};

/** A Go setting that a build passes for nothing. */
interface LostArgument {
  name: string;
  build: ImageBuild;
}

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  if (passedArguments(subject).length === 0) {
    return notApplicable(
      'No build of this image is known to pass Go settings.',
    );
  }
  if (goStages(subject).size === 0) {
    return notApplicable('No step is known to run go.');
  }
  const findings = lostArguments(subject).map(({ name, build }) => {
    const source = subject.snapshot.files.get(build.path);
    const line = lineOf(source, name, build.line);
    return createFinding({
      path: build.path,
      line,
      source,
      message: `${name} is passed to the build, but no stage that runs go declares it: add \`ARG ${name}\` to ${subject.unit.dockerfile.path}.`,
    });
  });
  return passUnless([
    ...new Map(
      findings.map(finding => [`${finding.path}:${finding.line}`, finding]),
    ).values(),
  ]);
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { path, source } = subject.unit.dockerfile;
  const names = [
    ...new Set(lostArguments(subject).map(({ name }) => name)),
  ].sort();
  const changes =
    names.length === 0
      ? undefined
      : changesOf(
          [...goStages(subject)].map(stage => ({
            path,
            edit: insertAfterFrom(
              source,
              stage,
              names.map(name => `ARG ${name}`),
            ),
          })),
        );
  return (
    changes && {
      title: 'Declare the arguments that builds pass',
      safety: 'needs-review',
      review:
        'The go command gets these settings from now on: check that their values are right.',
      changes,
    }
  );
}

function passedArguments({ unit, snapshot }: UnitSubject): LostArgument[] {
  return readImageBuilds(snapshot)
    .filter(({ dockerfile }) => dockerfile === unit.dockerfile.path)
    .flatMap(build =>
      Object.keys(build.buildArguments)
        .filter(name => isGoSetting(name))
        .map(name => ({ name, build })),
    );
}

/** GOVERSION and GOROOT are other matters: many files have arguments so named. */
function isGoSetting(name: string): boolean {
  return (
    goCommandVariables.has(name) &&
    !/^(?:GOVERSION|GOROOT.*|GOOS|GOARCH|GOARM|GOAMD64|GOBIN|GOEXE|GOMOD)$/.test(
      name,
    )
  );
}

function lostArguments(subject: UnitSubject): LostArgument[] {
  const { unit } = subject;
  // Other programs may run go, too: `make`, or a script.
  const known = new Set<string>();
  for (const { instruction, scope } of walkStages(unit, unit.reachable)) {
    if (instruction.keyword === 'RUN') {
      scope.arguments.forEach(name => known.add(name));
      // An ENV of that name would win over the argument.
      scope.environment.forEach(name => known.add(name));
    }
  }
  return passedArguments(subject).filter(({ name }) => !known.has(name));
}

/** The stages at the bottom of those that run go. */
function goStages({ unit, model }: UnitSubject): Set<Stage> {
  const running = new Set(
    model.steps
      .filter(
        ({ effects }) =>
          effects.downloadsModules || effects.compiles || effects.runsTests,
      )
      .map(({ instruction }) => instruction),
  );
  const stages = new Set<Stage>();
  for (const { stage, base, instruction } of walkStages(unit, unit.reachable)) {
    const isAbove = base.type === 'stage' && stages.has(base.stage);
    if (running.has(instruction) && !isAbove) {
      stages.add(stage);
    }
  }
  return stages;
}

/** The line that names the argument, at or behind the build's own. */
function lineOf(
  source: string | undefined,
  name: string,
  line: number,
): number {
  const lines = (source ?? '').split('\n');
  const index = lines.findIndex(
    (text, at) =>
      at >= line - 1 && new RegExp(`\\b${name}\\b\\s*[=:]`).test(text),
  );
  return index < 0 ? line : index + 1;
}
