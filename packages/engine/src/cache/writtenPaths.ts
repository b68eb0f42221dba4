/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { ShellCommand } from '../dockerfile/types';
import { commandName } from '../dockerfile/shellKinds';
import { outputWord, readGoCommand } from '../units/goCommand';
import { joinImagePath } from '../units/imagePath';
import { ModelledStep } from './readSteps';

/** Commands that leave no file of their own behind. */
const SILENT: ReadonlySet<string> = new Set([
  ':',
  '[',
  'basename',
  'cat',
  'cd',
  'command',
  'cut',
  'date',
  'df',
  'diff',
  'dirname',
  'du',
  'echo',
  'env',
  'exit',
  'export',
  'false',
  'file',
  'grep',
  'head',
  'id',
  'ls',
  'printf',
  'pwd',
  'readlink',
  'set',
  'sha256sum',
  'sleep',
  'sort',
  'stat',
  'tail',
  'test',
  'tr',
  'true',
  'uname',
  'wc',
  'which',
  'whoami',
  'xx-info',
  'xx-verify',
]);

/** Commands that write to the paths that are their operands. */
const WRITES_OPERANDS: Readonly<Record<string, 'all' | 'last' | 'rest'>> = {
  chgrp: 'rest',
  chmod: 'rest',
  chown: 'rest',
  cp: 'last',
  ln: 'last',
  mkdir: 'all',
  mv: 'all',
  rm: 'all',
  rmdir: 'all',
  tee: 'all',
  touch: 'all',
};

const known = new WeakMap<ModelledStep, { paths: string[] | undefined }>();

/**
 * The paths of the image that a RUN writes to, beside Go's caches, where its
 * commands leave no doubt: `go build -o /app .`, `mkdir /out`, `ls > /list`.
 * Undefined when they may write anywhere.
 */
export function writtenPaths(
  modelled: ModelledStep,
): readonly string[] | undefined {
  // Each path that other stages copy asks for them.
  const written = known.get(modelled) ?? { paths: readPaths(modelled) };
  known.set(modelled, written);
  return written.paths;
}

function readPaths({
  step: { shell },
  scope,
}: ModelledStep): string[] | undefined {
  if (!shell || shell.opaque || shell.errors.length > 0) {
    return undefined;
  }
  const written: string[] = [];
  let folder = scope.workdir;
  for (const command of shell.commands) {
    const words = outputsOf(command);
    if (!words) {
      return undefined;
    }
    const goFolder = readGoCommand(command)?.folder?.text;
    for (const { text, redirected } of words) {
      const { value, unknown } = scope.expand(text);
      // A value of the shell's own, or a name that it completes.
      if (unknown.length > 0 || /[$`*?[{]/.test(value)) {
        return undefined;
      }
      const from =
        goFolder && !redirected ? joinImagePath(folder, goFolder) : folder;
      written.push(joinImagePath(from, value));
    }
    if (command.name === 'cd') {
      const [target] = command.arguments;
      if (!target?.static) {
        return undefined;
      }
      folder = joinImagePath(folder, target.text);
    }
  }
  return written;
}

interface OutputWord {
  text: string;
  redirected?: boolean;
}

/** What a command writes to, as written; undefined when it may be anything. */
function outputsOf(command: ShellCommand): OutputWord[] | undefined {
  const own = ownOutputs(command);
  const redirected = command.redirects
    .filter(
      ({ operator, target = '' }) =>
        operator.includes('>') && !/^(?:&|\d+$|-$|\/dev\/)/.test(target),
    )
    .map(({ target = '' }) => ({ text: target, redirected: true }));
  return own && [...own, ...redirected];
}

function ownOutputs(command: ShellCommand): OutputWord[] | undefined {
  const { arguments: words } = command;
  if (command.name === undefined) {
    // Assignments only, or a command that is a variable.
    return words.length === 0 ? [] : undefined;
  }
  const name = commandName(command.name);
  if (SILENT.has(name)) {
    return [];
  }
  const operands = words.filter(({ text }) => !text.startsWith('-'));
  switch (WRITES_OPERANDS[name]) {
    case 'all':
      return operands;
    case 'rest':
      return operands.slice(1);
    case 'last':
      return operands.slice(-1);
    default:
      return goOutputs(command);
  }
}

function goOutputs(command: ShellCommand): OutputWord[] | undefined {
  const goCommand = readGoCommand(command);
  const words = goCommand?.words ?? [];
  switch (goCommand?.verb) {
    case 'build': {
      const output = outputWord(words);
      return output && [output];
    }
    case 'test':
      return words.some(({ text }) =>
        /^--?(?:c|o|json|\w*profile|outputdir|trace)(?:=|$)/.test(text),
      )
        ? undefined
        : [];
    case 'env':
    case 'version':
    case 'vet':
      return [];
    case 'mod':
      return /^(?:download|verify)$/.test(words[0]?.text ?? '')
        ? []
        : undefined;
    default:
      return undefined;
  }
}
