/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  Instruction,
  ShellCommand,
  ShellWord,
  Stage,
} from '../../dockerfile/types';
import { locateAssignment } from '../../edits/locateAssignment';
import { TextEdit } from '../../edits/types';
import { GoModule } from '../../gomod/types';
import { contextCopies, placeOf } from '../../units/contextCopies';
import { readGoCommand } from '../../units/goCommand';
import { joinImagePath } from '../../units/imagePath';
import { BuildUnit } from '../../units/types';
import { stageChains } from '../evidence/finalImage';
import { toolVersion } from './toolVersion';
import {
  goPackages,
  isMovingVersion,
  isRemotePackage,
} from './unpinnedInstall';

/** A command that installs whatever is newest. */
export interface UnpinnedInstall {
  command: ShellCommand;
  /** What is unpinned about it. */
  message: string;
  stage: Stage;
  instruction: Instruction;
  /** The folder of the image that the instruction starts in. */
  folder: string;
  /** Whether all of its commands run there. */
  staysInFolder: boolean;
}

/** Where versions are looked for. */
interface Pinning {
  unit: BuildUnit;
  modules: readonly GoModule[];
}

/**
 * Writes the versions that the repository has for what a command installs.
 * Undefined where it does not have all of them.
 */
export function pinInstall(
  install: UnpinnedInstall,
  pinning: Pinning,
): TextEdit[] | undefined {
  const go = readGoCommand(install.command);
  if (go?.verb === 'install' || go?.verb === 'run') {
    const edits = goPackages(go.verb, go.words)
      .filter(isUnpinned)
      .map(word => pinPackage(word, pinning));
    return edits.every(edit => edit !== undefined)
      ? (edits as TextEdit[])
      : undefined;
  }
  const edit = go ? undefined : followLock(install, pinning);
  return edit && [edit];
}

function isUnpinned({ text }: ShellWord): boolean {
  const at = text.lastIndexOf('@');
  return at > 0 ? isMovingVersion(text.slice(at + 1)) : isRemotePackage(text);
}

/** Only `latest` gives way: a branch, or `v2`, was somebody's choice. */
function pinPackage(
  { text, span }: ShellWord,
  { unit: { dockerfile, buildArguments }, modules }: Pinning,
): TextEdit | undefined {
  const { source } = dockerfile;
  const [path, query, ...others] = text.split('@');
  const version =
    source.slice(span.start, span.end) === text && others.length === 0
      ? toolVersion(path, modules)
      : undefined;
  if (version === undefined) {
    return undefined;
  }
  if (query === undefined || query === 'latest') {
    return {
      span: { start: span.start + path.length, end: span.end },
      text: `@${version}`,
    };
  }
  const name = /^\$(?:\w+|\{\w+\})$/.test(query)
    ? query.replace(/\W/g, '')
    : undefined;
  return name === undefined || Object.hasOwn(buildArguments, name)
    ? undefined
    : setDefault(dockerfile, { name, version });
}

/** Gives an argument that is `latest`, and used once, a version. */
function setDefault(
  { source, instructions }: BuildUnit['dockerfile'],
  { name, version }: { name: string; version: string },
): TextEdit | undefined {
  const settings = instructions.filter(({ pairs }) =>
    pairs?.some(pair => pair.name === name),
  );
  const uses = source.match(new RegExp(`\\$\\{?${name}\\b`, 'g')) ?? [];
  const [setting] = settings;
  const text =
    settings.length === 1 && uses.length === 1 && setting.keyword === 'ARG'
      ? locateAssignment(source, { within: setting.span, name })
      : undefined;
  return text && source.slice(text.value.start, text.value.end) === 'latest'
    ? { span: text.value, text: version }
    : undefined;
}

/** Flags that npm takes for `ci` as for `install`. */
const flagsOfBoth =
  /^--(?:omit=\w+|include=\w+|production|only=prod(?:uction)?|no-optional|legacy-peer-deps|ignore-scripts|no-audit|no-fund|silent|quiet|no-progress|loglevel=\w+|prefer-offline)$/;

/**
 * `npm ci` for `npm install` where the lock file lies in the folder. Both read
 * the same files; the first stops where they disagree.
 * https://docs.npmjs.com/cli/commands/npm-ci
 */
function followLock(
  { command, stage, instruction, folder, staysInFolder }: UnpinnedInstall,
  { unit }: Pinning,
): TextEdit | undefined {
  const [verb, ...flags] = command.arguments;
  if (
    !staysInFolder ||
    command.name !== 'npm' ||
    !/^(?:install|i)$/.test(verb?.text ?? '') ||
    unit.dockerfile.source.slice(verb.span.start, verb.span.end) !==
      verb.text ||
    !flags.every(({ text }) => flagsOfBoth.test(text))
  ) {
    return undefined;
  }
  const stages = stageChains(unit).get(stage)?.stages ?? [];
  const copies = contextCopies(unit, stages).filter(
    copy =>
      copy.kind === 'copy' &&
      copy.directory === undefined &&
      copy.instruction.span.start < instruction.span.start,
  );
  const isThere = ['package.json', 'package-lock.json'].every(file => {
    const place = joinImagePath(folder, file);
    return unit.context.entries.some(({ path }) =>
      copies.some(copy => placeOf(copy, path) === place),
    );
  });
  const isTouched = stages
    .flatMap(({ instructions }) => instructions)
    .some(
      ({ keyword, text, span }) =>
        keyword === 'RUN' &&
        span.start <= instruction.span.start &&
        /package-lock|\bnpm\s+(?:init|pkg)\b/.test(text),
    );
  return isThere && !isTouched ? { span: verb.span, text: 'ci' } : undefined;
}
