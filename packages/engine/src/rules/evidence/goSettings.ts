/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../../dockerfile/parseShell';
import { Instruction, ShellCommand, Stage } from '../../dockerfile/types';
import { StageScope } from '../../units/StageScope';
import { readGoCommand } from '../../units/goCommand';
import { BuildUnit } from '../../units/types';
import { walkStages } from '../../units/walkStages';
import { lineAt } from './lineAt';
import { unquote } from './unquote';

/** A Go environment variable that a Dockerfile sets. */
export interface GoSetting {
  name: string;
  value: string;
  /** Whether the value depends on something not known here. */
  unknown: boolean;
  stage: Stage;
  instruction: Instruction;
  line: number;
  endLine: number;
  /** Values in force beside it, by name. */
  others: Readonly<Record<string, string>>;
}

/**
 * The values that ENV, ARG, `export`, command prefixes and `go env -w` give to
 * Go variables of the names asked for, in the stages that are built.
 */
export function goSettings(
  unit: BuildUnit,
  names: readonly string[],
): GoSetting[] {
  const settings: GoSetting[] = [];
  const wanted = new Set(names);
  for (const { stage, instruction, scope } of walkStages(
    unit,
    unit.reachable,
  )) {
    const found =
      instruction.keyword === 'RUN'
        ? commandSettings(unit, instruction, { scope, wanted })
        : pairSettings(unit, instruction, { scope, wanted });
    settings.push(...found.map(setting => ({ ...setting, stage })));
  }
  return settings;
}

type Found = Omit<GoSetting, 'stage'>;

interface Search {
  scope: StageScope;
  wanted: ReadonlySet<string>;
}

const relatedNames = ['GOPROXY', 'GOFLAGS', 'GOSUMDB'];

function related(scope: StageScope): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of relatedNames) {
    const value = scope.variables.get(name);
    if (value !== undefined) {
      values[name] = value;
    }
  }
  return values;
}

function pairSettings(
  unit: BuildUnit,
  instruction: Instruction,
  { scope, wanted }: Search,
): Found[] {
  const isPair = instruction.keyword === 'ENV' || instruction.keyword === 'ARG';
  if (!isPair || !instruction.pairs?.some(({ name }) => wanted.has(name))) {
    return [];
  }
  const own = Object.fromEntries(
    (instruction.pairs ?? []).map(({ name, value = '' }) => [
      name,
      scope.expand(value).value,
    ]),
  );
  return (instruction.pairs ?? []).flatMap(({ name, nameSpan, value }) => {
    if (!wanted.has(name)) {
      return [];
    }
    const given = unit.buildArguments[name];
    const text =
      instruction.keyword === 'ARG' && given !== undefined
        ? { value: given, certain: true }
        : value !== undefined && scope.expand(value);
    if (!text) {
      return [];
    }
    const line = lineAt(unit.dockerfile, instruction, nameSpan.start);
    return [
      {
        name,
        value: text.value,
        unknown: !text.certain,
        instruction,
        line,
        endLine: line,
        others: { ...related(scope), ...own },
      },
    ];
  });
}

function commandSettings(
  unit: BuildUnit,
  instruction: Instruction,
  { scope, wanted }: Search,
): Found[] {
  const found: Found[] = [];
  const others = related(scope);
  for (const command of parseShell(unit.dockerfile, instruction).commands) {
    for (const { name, value, isStatic } of assignments(command)) {
      others[name] = value;
      if (wanted.has(name)) {
        const text = isStatic ? { value, certain: true } : scope.expand(value);
        found.push({
          name,
          value: text.value,
          unknown: !text.certain || /\$\(|`/.test(value),
          instruction,
          line: command.line,
          endLine: command.line,
          others,
        });
      }
    }
  }
  return found;
}

function assignments(
  command: ShellCommand,
): { name: string; value: string; isStatic: boolean }[] {
  const prefixes = command.environment.map(
    ({ name, value, static: isStatic }) => ({ name, value, isStatic }),
  );
  const words = command.arguments;
  const goCommand = readGoCommand(command);
  const isGoEnvironment =
    goCommand?.verb === 'env' &&
    goCommand.words.some(({ text }) => text === '-w');
  if (!isGoEnvironment && command.name !== 'export' && command.name !== 'env') {
    return prefixes;
  }
  return [
    ...prefixes,
    ...words.flatMap(({ text, static: isStatic }) => {
      const match = /^([A-Z][A-Z0-9_]*)=([^]*)$/.exec(text);
      return match
        ? [{ name: match[1], value: unquote(match[2]), isStatic }]
        : [];
    }),
  ];
}
