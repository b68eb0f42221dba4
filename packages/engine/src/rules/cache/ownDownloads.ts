/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Dockerfile, ShellCommand } from '../../dockerfile/types';
import { removeChainedCommand } from '../../edits/editInstructions';
import { lineBreakOf } from '../../edits/insertYamlEntry';
import { TextEdit } from '../../edits/types';
import { readGoCommand } from '../../units/goCommand';
import { UnitSubject } from '../types';

/** Settings that a download may depend on. */
export const downloadSetting =
  /^(?:GO(?!OS$|ARCH$|ARM|AMD64$|386$|PPC|MIPS|RISCV|CACHE$)|.*PROXY$|GIT|SSH|SSL_|NETRC$|HOME$|PATH$|XDG_)/i;

/** A download for what a step downloads now, with the access that it has. */
export function writeDownload(
  dockerfile: Dockerfile,
  { instruction, mounts }: Step,
  {
    folder,
    environment,
    flags: others,
  }: {
    folder: string;
    environment: readonly string[];
    flags: readonly string[];
  },
): string {
  const kept = instruction.flags
    .filter(
      ({ name, span }) =>
        name === 'network' ||
        mounts.some(
          ({ type, flag: own }) =>
            own.span.start === span.start &&
            (type === 'secret' || type === 'ssh'),
        ),
    )
    .map(({ name, value }) => `--${name}=${value}`);
  const flags = [...kept, ...others];
  const separator =
    flags.length > 1
      ? ` ${dockerfile.escape}${lineBreakOf(dockerfile.source)}    `
      : ' ';
  const command = [
    ...(folder ? [`cd ${folder} &&`] : []),
    ...environment,
    'go mod download',
  ].join(' ');
  return `RUN ${[...flags, command].join(separator)}`;
}

/** The assignments of the commands of a step that a download depends on. */
export function ownSettings({ shell }: Step): string[] | undefined {
  const settings = new Map<string, string>();
  for (const { name, environment } of shell?.commands ?? []) {
    for (const { name: variable, value, static: isKnown } of environment) {
      if (downloadSetting.test(variable)) {
        if (
          !isKnown ||
          name === undefined ||
          !/^[\w@%+=:,./*-]*$/.test(value)
        ) {
          return undefined;
        }
        settings.set(variable, value);
      }
    }
  }
  return [...settings].map(([name, value]) => `${name}=${value}`);
}

/** The step, and those right behind it, that do nothing but download. */
export function movableDownloads(step: Step, { model }: UnitSubject): Step[] {
  const { instructions } = step.stage;
  const first = instructions.indexOf(step.instruction);
  const movable: Step[] = [];
  for (const instruction of instructions.slice(first)) {
    const found = model.steps.find(other => other.instruction === instruction);
    if (!found || !isOwnDownload(found)) {
      break;
    }
    movable.push(found);
  }
  return movable;
}

/** Whether a step does nothing but download. */
export function isOwnDownload({ shell, instruction }: Step): boolean {
  return (
    instruction.heredocs.length === 0 &&
    shell !== undefined &&
    !shell.opaque &&
    shell.errors.length === 0 &&
    shell.commands.length > 0 &&
    shell.commands.every(
      command =>
        isPlainDownload(command) && !command.piped && !command.substituted,
    )
  );
}

/** `go mod download`, of no module by name, or `go mod verify`. */
function isPlainDownload(command: ShellCommand): boolean {
  const go = readGoCommand(command);
  return (
    go?.verb === 'mod' &&
    go.folder === undefined &&
    /^(?:download|verify)$/.test(go.words[0]?.text ?? '') &&
    go.words.slice(1).every(({ text }) => text.startsWith('-')) &&
    command.redirects.length === 0
  );
}

/** Whether modules come from a proxy, for which no git is needed. */
export function usesHttpProxy({ environment: { variables } }: Step): boolean {
  const proxy = variables.GOPROXY;
  return (
    (proxy === undefined || /^https:/.test(proxy)) &&
    !variables.GOPRIVATE &&
    !variables.GONOPROXY
  );
}

/**
 * Takes `go mod download` out of a step that does more. Undefined where it does
 * something that fetches modules still.
 */
export function removeDownloads(
  { unit, model }: UnitSubject,
  { shell }: Step,
): TextEdit[] | undefined {
  const commands = shell?.commands ?? [];
  const fetching = commands.filter(isPlainDownload);
  const removals = fetching.map(command =>
    removeChainedCommand(unit.dockerfile, commands, command),
  );
  const edits = removals.filter(edit => edit !== undefined);
  const isClean = fetching.length < 2 && edits.length === fetching.length;
  const others = commands.some(
    command =>
      !isPlainDownload(command) &&
      /^(?:get|mod|work)$/.test(readGoCommand(command)?.verb ?? ''),
  );
  // With a mount they find the modules, and without one they fetch anew.
  const findsModules = model.profile.kind === 'warm';
  if (!findsModules && (!isClean || others)) {
    return undefined;
  }
  return isClean ? edits : [];
}
