/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { expandVariables } from '../../dockerfile/expandVariables';
import { stageGraph, StageGraph } from '../../dockerfile/stageGraph';
import { parseImageReference } from '../../dockerfile/parseImageReference';
import { ResolvedBase } from '../../dockerfile/resolveBase';
import { Instruction, Stage } from '../../dockerfile/types';
import { readGlobalScope } from '../../dockerfile/globalScope';
import { joinImagePath } from '../../units/imagePath';
import { BuildUnit } from '../../units/types';
import { isGolang } from '../facts/baseImages';

/** What is in force at one place of a stage. */
export interface StageScope {
  /** Known values of ENV and ARG by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** Names in scope whose value depends on something not known here. */
  readonly unknown: ReadonlySet<string>;
  /** ARGs that are declared in this stage so far. */
  readonly arguments: ReadonlySet<string>;
  /** Names set by ENV, in this stage or below it. */
  readonly environment: ReadonlySet<string>;
  /** The folder that relative paths start from. */
  readonly workdir: string;
}

/** An instruction of a stage with what is in force before it. */
export interface StagePlace {
  stage: Stage;
  instruction: Instruction;
  /** Valid until the next place is asked for. */
  scope: StageScope;
}

/** Text after expansion; `unknown` when it depends on something not known. */
export interface ScopedText {
  value: string;
  unknown: boolean;
}

class Scope implements StageScope {
  readonly variables: Map<string, string>;
  readonly unknown: Set<string>;
  readonly arguments = new Set<string>();
  readonly environment: Set<string>;
  workdir: string;

  constructor(base: Scope | undefined, workdir: string) {
    this.variables = new Map();
    this.unknown = new Set();
    this.environment = new Set(base?.environment);
    for (const name of this.environment) {
      const value = base?.variables.get(name);
      if (value !== undefined) {
        this.variables.set(name, value);
      }
      if (base?.unknown.has(name)) {
        this.unknown.add(name);
      }
    }
    this.workdir = base?.workdir ?? workdir;
  }
}

/**
 * Reads all stages of a unit from top to bottom, ENV values of base stages
 * included. Every instruction after FROM comes with what is in force there.
 */
export function* walkStages(
  unit: BuildUnit,
  stages: readonly Stage[] = unit.dockerfile.stages,
): Generator<StagePlace> {
  const { dockerfile, buildArguments } = unit;
  const wanted = new Set(stages);
  const global = readGlobalScope(dockerfile, { buildArguments });
  const sources = baseSources(stageGraph(dockerfile, { buildArguments }));
  const scopes = new Map<Stage, Scope>();
  for (const stage of dockerfile.stages) {
    const source = sources.get(stage);
    const scope =
      source?.type === 'stage'
        ? new Scope(scopes.get(source.stage), '/')
        : new Scope(undefined, startFolder(source));
    scopes.set(stage, scope);
    for (const instruction of stage.instructions) {
      if (wanted.has(stage)) {
        yield { stage, instruction, scope };
      }
      applyInstruction(scope, instruction, {
        escape: dockerfile.escape,
        buildArguments,
        global: global.variables,
        globalUnknown: global.unknown,
      });
    }
  }
}

/** Expands variables of an instruction's word at one place. */
export function expandIn(
  scope: StageScope,
  text: string,
  escape: '\\' | '`',
): ScopedText {
  const expanded = expandVariables(text, {
    variables: scope.variables,
    escape,
  });
  return {
    value: expanded.value,
    unknown:
      expanded.error !== undefined ||
      expanded.unknown.length > 0 ||
      expanded.used.some(name => scope.unknown.has(name)),
  };
}

function baseSources(graph: StageGraph): Map<Stage, ResolvedBase> {
  const sources = new Map<Stage, ResolvedBase>();
  for (const { kind, stage, source } of graph.references) {
    if (kind === 'base') {
      sources.set(stage, source);
    }
  }
  return sources;
}

/** The official Go image starts in its GOPATH. */
function startFolder(source: ResolvedBase | undefined): string {
  const reference =
    source?.type === 'image' ? parseImageReference(source.image) : undefined;
  return reference && isGolang(reference) ? '/go' : '/';
}

function applyInstruction(
  scope: Scope,
  instruction: Instruction,
  context: {
    escape: '\\' | '`';
    buildArguments: Readonly<Record<string, string>>;
    global: ReadonlyMap<string, string>;
    globalUnknown: ReadonlyMap<string, readonly string[]>;
  },
): void {
  switch (instruction.keyword) {
    case 'WORKDIR':
      scope.workdir = joinImagePath(
        scope.workdir,
        expandIn(scope, instruction.text, context.escape).value,
      );
      return;
    case 'ENV':
      // All pairs of one ENV see the values from before it.
      for (const [name, text] of (instruction.pairs ?? []).map(
        pair =>
          [
            pair.name,
            expandIn(scope, pair.value ?? '', context.escape),
          ] as const,
      )) {
        scope.variables.set(name, text.value);
        scope.environment.add(name);
        markUnknown(scope, name, text.unknown);
      }
      return;
    case 'ARG':
      for (const { name, value } of instruction.pairs ?? []) {
        scope.arguments.add(name);
        // ENV wins over ARG of the same name.
        if (!scope.environment.has(name)) {
          applyArgument(scope, { name, value, ...context });
        }
      }
      return;
    default:
  }
}

function applyArgument(
  scope: Scope,
  argument: {
    name: string;
    value: string | undefined;
    escape: '\\' | '`';
    buildArguments: Readonly<Record<string, string>>;
    global: ReadonlyMap<string, string>;
    globalUnknown: ReadonlyMap<string, readonly string[]>;
  },
): void {
  const { name, value, buildArguments, global, globalUnknown } = argument;
  const given = Object.prototype.hasOwnProperty.call(buildArguments, name)
    ? buildArguments[name]
    : undefined;
  if (given !== undefined) {
    scope.variables.set(name, given);
    markUnknown(scope, name, false);
  } else if (value !== undefined) {
    const text = expandIn(scope, value, argument.escape);
    scope.variables.set(name, text.value);
    markUnknown(scope, name, text.unknown);
  } else if (global.has(name)) {
    scope.variables.set(name, global.get(name) ?? '');
    markUnknown(scope, name, (globalUnknown.get(name) ?? []).length > 0);
  } else {
    scope.unknown.add(name);
  }
}

function markUnknown(scope: Scope, name: string, unknown: boolean): void {
  if (unknown) {
    scope.unknown.add(name);
  } else {
    scope.unknown.delete(name);
  }
}
