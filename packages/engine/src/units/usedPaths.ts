/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../dockerfile/parseShell';
import { Dockerfile, ShellCommand, Stage } from '../dockerfile/types';
import { cleanPath } from '../snapshot/repositoryPath';
import { ContextCopy, copiesOf } from './contextCopies';
import { readGoCommand } from './goCommand';
import { joinImagePath, pathBelow } from './imagePath';
import { walkStages } from './walkStages';

/** Enough to tell two folders apart. */
const MAXIMUM_PATHS = 20;

/**
 * Paths of the build context that a Dockerfile works with once they are copied:
 * by WORKDIR and `cd`, and as packages and files of go commands. Each is a list
 * of the places that it may have come from.
 */
export function usedPaths(build: {
  dockerfile: Dockerfile;
  buildArguments: Readonly<Record<string, string>>;
  reachable: readonly Stage[];
}): string[][] {
  const copies = new Map<Stage, ContextCopy[]>();
  const used = new Map<string, string[]>();
  for (const { stage, instruction, base, scope } of walkStages(
    build,
    build.reachable,
  )) {
    if (instruction === stage.from) {
      const below = base.type === 'stage' ? copies.get(base.stage) : undefined;
      copies.set(stage, [...(below ?? [])]);
    }
    const taken = copies.get(stage) ?? [];
    const own = copiesOf(stage, instruction, scope);
    const paths =
      instruction.keyword === 'WORKDIR'
        ? [scope.resolve(scope.expand(instruction.text).value)]
        : parseShell(build.dockerfile, instruction).commands;
    let folder = scope.workdir;
    for (const path of paths) {
      const named = typeof path === 'string' ? [path] : pathsOf(path, folder);
      if (typeof path !== 'string' && path.name === 'cd') {
        folder = named[0] ?? folder;
      }
      for (const name of named) {
        const origins = originsOf(name, [...taken, ...own]);
        if (origins.length > 0 && used.size < MAXIMUM_PATHS) {
          used.set(origins.join('\n'), origins);
        }
      }
    }
    taken.push(...own.filter(({ kind }) => kind === 'copy'));
  }
  return [...used.values()];
}

/** The paths of the image that a command names. */
function pathsOf(command: ShellCommand, folder: string): string[] {
  if (command.name === 'cd') {
    const [target] = command.arguments;
    return target?.static ? [joinImagePath(folder, target.text)] : [];
  }
  if (command.name === 'make' || command.name === 'gmake') {
    return makefileOf(command, folder);
  }
  const goCommand = readGoCommand(command);
  if (!goCommand) {
    return [];
  }
  const home = goCommand.folder;
  if (home?.static === false) {
    return [];
  }
  const start = joinImagePath(folder, home?.text ?? '');
  const packages = /^(?:build|install|run|test|vet)$/.test(goCommand.verb ?? '')
    ? goCommand.words
    : [];
  return [
    ...(home ? [start] : []),
    ...packages
      .filter(
        ({ text, static: isStatic }) =>
          isStatic && /^\.{1,2}\/|^[^-].*\.go$/.test(text),
      )
      .map(({ text }) =>
        // A file stands for its package: the folder is there for sure. Where
        // the command works the folder tells nothing, but the file does.
        joinImagePath(
          start,
          text.replace(/\/?\.\.\.(?:\/.*)?$|(?<=[^.])\/[^/]+\.go$/s, ''),
        ),
      ),
  ];
}

function makefileOf(
  { arguments: words }: ShellCommand,
  folder: string,
): string[] {
  const option = words.findIndex(({ text }) => text === '-C');
  const target = option < 0 ? undefined : words[option + 1];
  if (words.some(({ text }) => /^-f|^--(?:make)?file/.test(text))) {
    return [];
  }
  return option >= 0 && !target?.static
    ? []
    : [joinImagePath(joinImagePath(folder, target?.text ?? ''), 'Makefile')];
}

/** Where in the context what is at a path of the image may have come from. */
function originsOf(path: string, copies: readonly ContextCopy[]): string[] {
  return copies.flatMap(({ target, sources, parents }) => {
    const below = pathBelow(target, path);
    return below === undefined || below === '' || parents
      ? []
      : sources
          .filter(({ wildcard, certain }) => certain && !wildcard)
          .map(source => cleanPath(`${source.path}/${below}`));
  });
}
