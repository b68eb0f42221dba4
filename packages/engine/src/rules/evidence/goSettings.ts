/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../../dockerfile/parseShell';
import { Instruction, ShellCommand, Stage } from '../../dockerfile/types';
import { AssignmentText, locateAssignment } from '../../edits/locateAssignment';
import { AssignmentSyntax } from '../../edits/setValue';
import { StageScope } from '../../units/StageScope';
import { readGoCommand } from '../../units/goCommand';
import { BuildUnit } from '../../units/types';
import { walkStages } from '../../units/walkStages';
import { lineAt } from './lineAt';
import { once } from './once';
import { unquote } from './unquote';

/** A Go environment variable that a file sets. */
export interface GoSetting {
  name: string;
  value: string;
  /** Whether the value depends on something not known here. */
  unknown: boolean;
  /** The file that sets it, and its text. */
  path: string;
  source: string;
  line: number;
  endLine: number;
  /** How it is written. */
  syntax: AssignmentSyntax;
  /** Where name and value stand; undefined where that is not found. */
  text?: AssignmentText;
  /** Of a Dockerfile. */
  stage?: Stage;
  instruction?: Instruction;
  /** The command that makes the assignment, if one does. */
  command?: ShellCommand;
  /** Values in force beside it, by name. */
  others: Readonly<Record<string, string>>;
}

const settingsOf = once(readSettings);

/**
 * The values that ENV, ARG, `export`, command prefixes and `go env -w` give to
 * Go variables of the names asked for, in the stages that are built.
 */
export function goSettings(
  unit: BuildUnit,
  names: readonly string[],
): GoSetting[] {
  return settingsOf(unit).filter(({ name }) => names.includes(name));
}

function readSettings(unit: BuildUnit): GoSetting[] {
  const settings: GoSetting[] = [];
  const { path, source, instructions } = unit.dockerfile;
  if (!instructions.some(maySetGo)) {
    return settings;
  }
  for (const { stage, instruction, scope } of walkStages(
    unit,
    unit.reachable,
  )) {
    const found =
      instruction.keyword === 'RUN'
        ? commandSettings(unit, instruction, scope)
        : pairSettings(unit, instruction, scope);
    settings.push(
      ...found.map(setting => ({ ...setting, path, source, stage })),
    );
  }
  return settings;
}

/** Whether the text of an instruction holds a part that each of the names has. */
function maySetGo({ text, heredocs }: Instruction): boolean {
  return (
    /GO|DOCKER_/.test(text) ||
    heredocs.some(({ body }) => /GO|DOCKER_/.test(body))
  );
}

/** Variables of Go and Docker are in capitals; nothing else is asked for. */
const ASKED_FOR = /^(?:C?GO|DOCKER_)[A-Z0-9_]*$/;

type Found = Omit<GoSetting, 'stage' | 'path' | 'source'>;

const relatedNames = ['GOPROXY', 'GOFLAGS', 'GOSUMDB', 'GOPRIVATE'];

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
  scope: StageScope,
): Found[] {
  const isPair = instruction.keyword === 'ENV' || instruction.keyword === 'ARG';
  if (!isPair || !instruction.pairs?.some(({ name }) => ASKED_FOR.test(name))) {
    return [];
  }
  const own = Object.fromEntries(
    (instruction.pairs ?? []).map(({ name, value = '' }) => [
      name,
      scope.expand(value).value,
    ]),
  );
  const pairs = instruction.pairs ?? [];
  return pairs.flatMap(({ name, nameSpan, value, valueSpan }) => {
    if (!ASKED_FOR.test(name)) {
      return [];
    }
    const isGiven =
      instruction.keyword === 'ARG' && Object.hasOwn(unit.buildArguments, name);
    const text = isGiven
      ? { value: unit.buildArguments[name], certain: true }
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
        syntax: 'pair',
        // What is given from outside is not written here.
        ...(!isGiven &&
          valueSpan && {
            text: { name: nameSpan, value: valueSpan, quote: '' },
          }),
        others: { ...related(scope), ...own },
      },
    ];
  });
}

function commandSettings(
  unit: BuildUnit,
  instruction: Instruction,
  scope: StageScope,
): Found[] {
  const found: Found[] = [];
  const others = related(scope);
  const { source } = unit.dockerfile;
  for (const command of parseShell(unit.dockerfile, instruction).commands) {
    for (const { name, value, isStatic } of assignmentsOf(command)) {
      others[name] = value;
      if (ASKED_FOR.test(name)) {
        const text = isStatic ? { value, certain: true } : scope.expand(value);
        const located = locateAssignment(source, {
          within: command.span,
          name,
        });
        found.push({
          name,
          value: text.value,
          unknown: !text.certain || /\$\(|`/.test(value),
          instruction,
          command,
          ...lineOfAssignment(unit, instruction, { command, text: located }),
          syntax: 'shell',
          ...(located && { text: located }),
          others,
        });
      }
    }
  }
  return found;
}

function lineOfAssignment(
  { dockerfile }: BuildUnit,
  instruction: Instruction,
  { command, text }: { command: ShellCommand; text?: AssignmentText },
): { line: number; endLine: number } {
  const line = text
    ? lineAt(dockerfile, instruction, text.name.start)
    : command.line;
  return { line, endLine: line };
}

/** What a command gives to variables, for itself or for those behind it. */
export function assignmentsOf(
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
