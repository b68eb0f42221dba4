/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { fillIn } from '../ci/unknownText';
import { ResolvedBase } from '../dockerfile/resolveBase';
import { parseShell } from '../dockerfile/parseShell';
import { readMounts } from '../dockerfile/readMounts';
import { Instruction, ShellCommand, Stage } from '../dockerfile/types';
import { isGo } from '../units/goCommand';
import { namesGolang } from '../units/namesGolang';
import { StageScope } from '../units/StageScope';
import { BuildUnit } from '../units/types';
import { walkStages } from '../units/walkStages';
import { completeGoEnvironment } from './completeGoEnvironment';
import { followScript } from './followScript';
import { GoCommandEnvironment, GoValue } from './types';

/**
 * A go command of a Dockerfile.
 *
 * @public
 */
export interface GoStepEnvironment extends GoCommandEnvironment {
  /** The stage that it runs in. */
  stage: Stage;
  /** The RUN that it is part of. */
  instruction: Instruction;
  /** The command itself. */
  command: ShellCommand;
}

/** What a stage has set so far. */
interface StageState {
  /** The lines that gave variables their values. */
  given: Map<string, GoValue>;
  /** What `go env -w` wrote into the image. */
  written: Map<string, GoValue>;
  image?: string;
  installsCompiler: boolean;
}

const known = new WeakMap<BuildUnit, GoStepEnvironment[]>();

/**
 * What the variables of Go are at each go command of a Dockerfile, in the stages
 * that are built.
 *
 * @public
 */
export function readGoSteps(unit: BuildUnit): GoStepEnvironment[] {
  let steps = known.get(unit);
  if (!steps) {
    steps = readAll(unit);
    known.set(unit, steps);
  }
  return steps;
}

function readAll(unit: BuildUnit): GoStepEnvironment[] {
  const states = new Map<Stage, StageState>();
  const steps: GoStepEnvironment[] = [];
  for (const { stage, instruction, base, scope } of walkStages(
    unit,
    unit.reachable,
  )) {
    let state = states.get(stage);
    if (!state) {
      state = startOf(base, states);
      states.set(stage, state);
    }
    switch (instruction.keyword) {
      case 'ENV':
      case 'ARG':
        takePairs(unit, instruction, { state, scope });
        break;
      case 'RUN':
        steps.push(...readRun(unit, instruction, { stage, state, scope }));
        break;
      default:
    }
  }
  return steps;
}

function startOf(
  base: ResolvedBase,
  states: ReadonlyMap<Stage, StageState>,
): StageState {
  const below = base.type === 'stage' ? states.get(base.stage) : undefined;
  if (below) {
    return {
      ...below,
      given: new Map(below.given),
      written: new Map(below.written),
    };
  }
  const image =
    base.type === 'image' || base.type === 'context' ? base.image : undefined;
  const given = new Map<string, GoValue>();
  if (image !== undefined && namesGolang(image)) {
    // https://github.com/docker-library/golang/blob/master/Dockerfile-linux.template
    given.set('GOPATH', { value: '/go', origin: 'image' });
    given.set('GOTOOLCHAIN', { value: 'local', origin: 'image' });
  }
  return { given, written: new Map(), image, installsCompiler: false };
}

function takePairs(
  unit: BuildUnit,
  instruction: Instruction,
  { state, scope }: { state: StageState; scope: StageScope },
): void {
  const isArgument = instruction.keyword === 'ARG';
  let after: StageScope | undefined;
  for (const { name, nameSpan, value } of instruction.pairs ?? []) {
    const line = lineOf(unit, instruction, nameSpan.start);
    const place = { path: unit.dockerfile.path, line };
    if (isArgument && Object.hasOwn(unit.buildArguments, name)) {
      const origin = 'build-argument';
      state.given.set(name, {
        value: unit.buildArguments[name],
        origin,
        place,
      });
    } else if (value !== undefined) {
      const text = scope.expand(value);
      state.given.set(name, {
        ...(text.certain && { value: text.value }),
        origin: isArgument ? 'argument' : 'env',
        place,
      });
    } else if (isArgument) {
      // Scope knows defaults of arguments above the first FROM.
      after ??= scope.after(instruction);
      const text = after.expand(`\${${name}}`);
      state.given.set(name, {
        ...(text.certain && { value: text.value }),
        origin: 'argument',
        place,
      });
    }
  }
}

function readRun(
  unit: BuildUnit,
  instruction: Instruction,
  {
    stage,
    state,
    scope,
  }: { stage: Stage; state: StageState; scope: StageScope },
): GoStepEnvironment[] {
  const { dockerfile } = unit;
  const { path } = dockerfile;
  const { commands } = parseShell(dockerfile, instruction);
  state.installsCompiler ||= commands.some(installsCompiler);
  if (!commands.some(({ name }) => isGo(name))) {
    return [];
  }
  const environment = new Map(state.given);
  for (const { env } of readMounts(instruction)) {
    if (env !== undefined) {
      const place = { path, line: instruction.line };
      environment.set(env, { origin: 'mount', place });
    }
  }
  const steps = followScript(commands, {
    path,
    environment,
    written: state.written,
    lineOf: ({ line }) => line,
    expand: fillIn,
  });
  const { user, hasCompiler } = describeImage(state, scope);
  return steps.map(({ command, line, verb, get }) => ({
    path,
    line,
    verb,
    stage,
    instruction,
    command,
    variables: completeGoEnvironment({ get, user, hasCompiler }),
  }));
}

function describeImage(
  { image, installsCompiler: installs }: StageState,
  scope: StageScope,
): { user?: GoValue; hasCompiler?: boolean } {
  const isGolang = image !== undefined && namesGolang(image);
  // The variants that stand on Debian have gcc, those on Alpine do not.
  const isAlpine = /-?alpine/.test(image ?? '');
  const name = scope.declaredUser.split(':')[0];
  return {
    ...(isGolang && { hasCompiler: !isAlpine || installs }),
    ...(name !== ''
      ? { user: { value: name, origin: 'env' } }
      : isGolang && { user: { value: 'root', origin: 'image' } }),
  };
}

function installsCompiler({ name, arguments: words }: ShellCommand): boolean {
  return (
    name !== undefined &&
    /^(?:apk|apt|apt-get)$/.test(name) &&
    words.some(({ text }) =>
      /^(?:gcc|clang|build-base|alpine-sdk|build-essential)(?:[=~<>].*)?$/.test(
        text,
      ),
    )
  );
}

function lineOf(
  { dockerfile }: BuildUnit,
  { line, span }: Instruction,
  offset: number,
): number {
  return (
    line + dockerfile.source.slice(span.start, offset).split('\n').length - 1
  );
}
