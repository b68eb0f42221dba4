/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseShell } from '../../dockerfile/parseShell';
import { readMounts } from '../../dockerfile/readMounts';
import {
  Instruction,
  Mount,
  ShellCommand,
  ShellWord,
} from '../../dockerfile/types';
import { cleanPath } from '../../snapshot/repositoryPath';
import { StageScope } from '../../units/StageScope';
import { outputWord, readGoCommand } from '../../units/goCommand';
import { joinImagePath, pathBelow } from '../../units/imagePath';
import { BuildUnit } from '../../units/types';
import { walkStages } from '../../units/walkStages';
import { BuildObstacle } from './BuildObstacle';

interface PlacedMount {
  mount: Mount;
  target: string;
  readOnly: boolean;
}

interface Place {
  folder: string;
  mounts: readonly PlacedMount[];
}

/**
 * Commands that write where they cannot: below a bind mount, which is
 * read-only unless it says `rw`, or to files that the builder itself provides.
 * https://docs.docker.com/reference/dockerfile/#run---mounttypebind
 */
export function findReadOnlyWrites(unit: BuildUnit): BuildObstacle[] {
  const obstacles: BuildObstacle[] = [];
  for (const { instruction, scope } of walkStages(unit, unit.reachable)) {
    if (instruction.keyword !== 'RUN' || !mayMeetReadOnly(instruction)) {
      continue;
    }
    const mounts = placeMounts(instruction, scope);
    let folder = scope.workdir;
    const { commands } = parseShell(unit.dockerfile, instruction);
    for (const [index, command] of commands.entries()) {
      if (command.name === 'cd') {
        const [target] = command.arguments;
        if (!target?.static) {
          break;
        }
        folder = joinImagePath(folder, target.text);
        continue;
      }
      // `… || true` lives with the failure.
      if (commands[index + 1]?.after === '||') {
        continue;
      }
      const path = writtenPath(unit, command, { folder, mounts });
      if (path !== undefined) {
        obstacles.push({
          line: command.line,
          endLine: command.line,
          message: describe(path),
        });
      }
    }
  }
  return obstacles;
}

/** Whether there is anything at all that a RUN could not write to. */
function mayMeetReadOnly({ flags, text, heredocs }: Instruction): boolean {
  return (
    flags.some(({ name }) => name === 'mount') ||
    [text, ...heredocs.map(({ body }) => body)].some(script =>
      /resolv\.conf|hosts/.test(script),
    )
  );
}

function placeMounts(
  instruction: Instruction,
  scope: StageScope,
): PlacedMount[] {
  return readMounts(instruction).flatMap(mount => {
    const target = scope.expand(mount.target ?? '');
    return mount.target === undefined || !target.certain
      ? []
      : [
          {
            mount,
            target: scope.resolve(target.value),
            readOnly: mount.type === 'bind' && mount.readOnly !== false,
          },
        ];
  });
}

const builderFiles = new Set(['/etc/resolv.conf', '/etc/hosts']);

/** The read-only path that a command surely writes to. */
function writtenPath(
  unit: BuildUnit,
  command: ShellCommand,
  { folder, mounts }: Place,
): string | undefined {
  for (const { operator, target } of command.redirects) {
    if (
      /^\d*(?:>|>>|>\||&>|&>>)$/.test(operator) &&
      target !== undefined &&
      !/[$`*?~]/.test(target)
    ) {
      const path = joinImagePath(folder, target);
      if (builderFiles.has(path) || isReadOnly(path, mounts)) {
        return path;
      }
    }
  }
  const goCommand = readGoCommand(command);
  if (goCommand?.verb !== 'build' || goCommand.folder?.static === false) {
    return undefined;
  }
  const { words } = goCommand;
  const home = joinImagePath(folder, goCommand.folder?.text ?? '');
  const output = outputWord(words);
  if (output !== undefined) {
    const path = joinImagePath(home, output.text);
    return output.static && isReadOnly(path, mounts) ? path : undefined;
  }
  return isReadOnly(joinImagePath(home, 'program'), mounts) &&
    buildsProgram(unit, words, { folder: home, mounts })
    ? home
    : undefined;
}

/** The innermost mount at or above the path decides. */
function isReadOnly(path: string, mounts: readonly PlacedMount[]): boolean {
  let best: PlacedMount | undefined;
  for (const placed of mounts) {
    if (
      pathBelow(placed.target, path) !== undefined &&
      (!best || placed.target.length >= best.target.length)
    ) {
      best = placed;
    }
  }
  return best?.readOnly ?? false;
}

/**
 * `go build` without `-o` writes a program into its folder when it builds
 * exactly one main package, and nothing otherwise.
 * https://pkg.go.dev/cmd/go#hdr-Compile_packages_and_dependencies
 */
function buildsProgram(
  { context }: BuildUnit,
  words: readonly ShellWord[],
  { folder, mounts }: Place,
): boolean {
  // A flag may take the next word, so only forms without any are judged.
  const packages = words.filter(({ text }) => !text.startsWith('-'));
  if (
    packages.length > 1 ||
    words.some(({ static: isStatic }) => !isStatic) ||
    packages.some(({ text }) => !/^\.(?:\/|$)/.test(text) || /\.{3}/.test(text))
  ) {
    return false;
  }
  const home = joinImagePath(folder, packages[0]?.text ?? '.');
  return mounts.some(({ mount, target, readOnly }) => {
    const below = pathBelow(target, home);
    if (!readOnly || below === undefined || mount.from !== undefined) {
      return false;
    }
    const path = cleanPath(`${mount.source ?? ''}/${below}/main.go`);
    return context.entries.some(entry => entry.path === path);
  });
}

function describe(path: string): string {
  return builderFiles.has(path)
    ? `The builder mounts ${path} itself and read-only: this stops with "read-only file system".`
    : `This writes to ${path}, below a bind mount that is read-only: it stops with "read-only file system".`;
}
