/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand, ShellWord } from '../dockerfile/types';
import { isGo, readGoCommand } from '../units/goCommand';
import { GoValue, GoValueOrigin } from './types';

/** What a script starts with, and where it stands. */
export interface ScriptStart {
  path: string;
  /** What is in the environment of its first command. */
  environment: ReadonlyMap<string, GoValue>;
  /** What `go env -w` has written before; updated on the way. */
  written: Map<string, GoValue>;
  /** The line of the file that a command stands in. */
  lineOf: (command: ShellCommand) => number;
  /**
   * A text with its variables filled in; undefined where that needs one that is
   * not known.
   */
  expand: (
    text: string,
    variables: ReadonlyMap<string, string>,
  ) => string | undefined;
}

/** A go command of a script. */
export interface ScriptCommand {
  command: ShellCommand;
  line: number;
  verb: string;
  /** Looks first at the process's environment, then at what was written. */
  get(name: string): GoValue | undefined;
}

/**
 * Follows a script from command to command: `export`, assignments of what is
 * exported already, `unset`, `go env -w` and assignments of single commands.
 * What stands behind `||` may not have run, and makes its variables unknown.
 */
export function followScript(
  commands: readonly ShellCommand[],
  { path, environment, written, lineOf, expand }: ScriptStart,
): ScriptCommand[] {
  const variables = new Map(environment);
  const found: ScriptCommand[] = [];
  for (const command of commands) {
    const line = lineOf(command);
    const place = { path, line };
    const isSure = command.after !== '||' && !command.substituted;
    const known = (over: ReadonlyMap<string, GoValue> = variables) =>
      new Map(
        [...over].flatMap(([name, { value }]) =>
          value === undefined ? [] : [[name, value] as const],
        ),
      );
    const toValue = (
      { text, isStatic }: { text: string; isStatic: boolean },
      origin: GoValueOrigin = 'command',
    ): GoValue => {
      const value = isStatic ? text : expand(text, known());
      return isSure && value !== undefined
        ? { value, origin, place }
        : { origin, place };
    };
    const own = command.environment.map(
      ({ name, value, static: isStatic }) =>
        [name, toValue({ text: value, isStatic })] as const,
    );
    if (command.name === undefined && command.nameSpan === undefined) {
      // Others are the shell's own, and no program sees them.
      own
        .filter(([name]) => variables.has(name))
        .forEach(([name, value]) => variables.set(name, value));
      continue;
    }
    if (command.name === 'export') {
      for (const [name, word] of assignedWords(command.arguments)) {
        variables.set(name, toValue(word));
      }
      continue;
    }
    if (command.name === 'unset') {
      command.arguments.forEach(({ text }) => variables.delete(text));
      continue;
    }
    const goCommand = readGoCommand(command);
    if (!goCommand || !isGo(command.name)) {
      continue;
    }
    const words = goCommand.words;
    const flag = words[0]?.text.replace(/^--/, '-');
    if (goCommand.verb === 'env' && flag === '-w') {
      for (const [name, word] of assignedWords(words)) {
        written.set(name, toValue(word, 'go-env'));
      }
      continue;
    }
    if (goCommand.verb === 'env' && flag === '-u') {
      words.forEach(({ text }) => written.delete(text));
      continue;
    }
    const process = new Map([...variables, ...own]);
    // Later commands may write more.
    const file = new Map(written);
    found.push({
      command,
      line,
      verb: [goCommand.verb, ...subcommand(goCommand)].join(' ').trim(),
      get: name => {
        const set = process.get(name);
        return set && set.value !== '' ? set : file.get(name);
      },
    });
  }
  return found;
}

function subcommand({
  verb,
  words,
}: {
  verb?: string;
  words: readonly ShellWord[];
}): string[] {
  return (verb === 'mod' || verb === 'work') && words[0] ? [words[0].text] : [];
}

/** `NAME=value` among words. */
function assignedWords(
  words: readonly ShellWord[],
): [name: string, word: { text: string; isStatic: boolean }][] {
  return words.flatMap(({ text, static: isStatic }) => {
    const match = /^([A-Za-z_]\w*)=([^]*)$/.exec(text);
    return match ? [[match[1], { text: match[2], isStatic }]] : [];
  });
}
