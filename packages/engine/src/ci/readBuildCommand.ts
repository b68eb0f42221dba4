/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ShellCommand } from '../dockerfile/types';
import { BuildDraft } from './BuildDraft';
import {
  CommandFlag,
  CommandWord,
  isOn,
  SortedWords,
  sortWords,
  takeVerb,
} from './commandWords';
import { readBuildFlags } from './readBuildFlags';
import { readKaniko } from './readKaniko';
import { fillIn } from './unknownText';

/** A command that builds what a bake file or a compose file describes. */
export interface DefinitionCommand {
  kind: 'bake' | 'compose';
  /** Those of `-f`. */
  files: CommandWord[];
  /** Targets, or services. */
  names: CommandWord[];
  /** `--set` of bake, as far as known. */
  overrides: string[];
  noCache: boolean;
  pull: boolean;
  push?: boolean;
}

/** What a command does for images. */
export type BuildCommand =
  | { kind: 'build'; draft: BuildDraft }
  | { kind: 'definition'; definition: DefinitionCommand }
  | { kind: 'remote-builder' };

/** Flags in front of the verb that take a value. */
const dockerFlags = new Set(
  'config c context H host l log-level builder tlscacert tlscert tlskey'.split(
    ' ',
  ),
);
const composeFlags = new Set(
  'f file p project-name project-directory profile env-file ansi progress c context parallel'.split(
    ' ',
  ),
);
const buildahFlags = new Set(
  'log-level root runroot storage-driver storage-opt isolation'.split(' '),
);

/** What a command of a script does for images; undefined for other commands. */
export function readBuildCommand(
  command: ShellCommand,
  variables: ReadonlyMap<string, string>,
): BuildCommand | undefined {
  const words = withoutSudo([
    { written: command.name ?? '$', value: command.name },
    ...command.arguments.map(({ text, static: isFixed }) => ({
      written: text,
      value: isFixed && !text.includes('$') ? text : valueOf(text, variables),
    })),
  ]);
  const rest = words.slice(1);
  switch (words[0]?.value?.replace(/^.*\//, '')) {
    case 'docker':
      return readDocker(rest);
    case 'docker-compose':
    case 'podman-compose':
      return readCompose(rest);
    case 'buildx':
    case 'docker-buildx':
      return readBuildx(rest);
    case 'podman':
      return readBuildah('podman', rest);
    case 'buildah':
      return readBuildah('buildah', rest);
    case 'executor':
      return rest.length > 0
        ? { kind: 'build', draft: readKaniko(rest) }
        : undefined;
    // Builds of https://depot.dev run on machines that keep their cache.
    case 'depot':
      return { kind: 'remote-builder' };
    default:
      return undefined;
  }
}

function valueOf(
  text: string,
  variables: ReadonlyMap<string, string>,
): string | undefined {
  return fillIn(text.replace(/\$\(pwd\)|`pwd`/g, '${PWD}'), variables);
}

function withoutSudo(words: CommandWord[]): CommandWord[] {
  if (words[0].value !== 'sudo') {
    return words;
  }
  const next = words.findIndex(
    ({ written }, index) => index > 0 && !/^-|^\w+=/.test(written),
  );
  return next < 0 ? [] : words.slice(next);
}

function readDocker(words: readonly CommandWord[]): BuildCommand | undefined {
  const { verb, flags, rest } = takeVerb(words, dockerFlags);
  const isElsewhere = flags.some(
    ({ name, word }) =>
      (name === 'H' || name === 'host') &&
      /^(?:tcp|ssh):/.test(word?.written ?? ''),
  );
  if (isElsewhere) {
    return { kind: 'remote-builder' };
  }
  switch (verb) {
    case 'buildx':
      return readBuildx(rest);
    case 'compose':
      return readCompose(rest);
    case 'build':
      return { kind: 'build', draft: readBuildFlags('docker', rest) };
    case 'image':
    case 'builder':
      return rest[0]?.value === 'build'
        ? { kind: 'build', draft: readBuildFlags('docker', rest.slice(1)) }
        : undefined;
    default:
      return undefined;
  }
}

function readBuildx(words: readonly CommandWord[]): BuildCommand | undefined {
  const { verb, rest } = takeVerb(words, dockerFlags);
  switch (verb) {
    case 'build':
    case 'b':
      return { kind: 'build', draft: readBuildFlags('docker', rest) };
    case 'bake':
    case 'f':
      return readDefinition('bake', sortWords(rest));
    case 'create':
      return createsRemote(sortWords(rest))
        ? { kind: 'remote-builder' }
        : undefined;
    default:
      return undefined;
  }
}

function createsRemote({ flags, operands }: SortedWords): boolean {
  const driver = flags.find(({ name }) => name === 'driver')?.word?.value;
  return (
    isRemoteDriver(driver) ||
    operands.some(({ written }) => /^(?:tcp|ssh):\/\//.test(written))
  );
}

/**
 * Whether builders of a driver outlive the job that uses them.
 * https://docs.docker.com/build/builders/drivers/
 */
export function isRemoteDriver(driver: string | undefined): boolean {
  return driver === 'remote' || driver === 'kubernetes' || driver === 'cloud';
}

function readCompose(words: readonly CommandWord[]): BuildCommand | undefined {
  const { verb, flags, rest } = takeVerb(words, composeFlags);
  const sorted = sortWords(rest);
  if (verb !== 'build' && !(verb === 'up' && isOn(sorted.flags, 'build'))) {
    return undefined;
  }
  return readDefinition('compose', {
    flags: [...flags, ...sorted.flags],
    operands: sorted.operands,
  });
}

function readDefinition(
  kind: DefinitionCommand['kind'],
  { flags, operands }: SortedWords,
): BuildCommand | undefined {
  if (isOn(flags, 'print') || isOn(flags, 'check')) {
    return undefined;
  }
  const isFile = ({ name }: CommandFlag) => name === 'f' || name === 'file';
  return {
    kind: 'definition',
    definition: {
      kind,
      files: flags.filter(isFile).flatMap(({ word }) => word ?? []),
      names: operands,
      overrides: flags
        .filter(({ name }) => name === 'set')
        .flatMap(({ word }) => word?.value ?? word?.written ?? []),
      noCache: isOn(flags, 'no-cache'),
      pull: isOn(flags, 'pull'),
      push: isOn(flags, 'push'),
    },
  };
}

function readBuildah(
  tool: 'podman' | 'buildah',
  words: readonly CommandWord[],
): BuildCommand | undefined {
  const { verb, rest } = takeVerb(words, buildahFlags);
  const isBuild =
    verb === 'build' ||
    (tool === 'buildah' &&
      (verb === 'bud' || verb === 'build-using-dockerfile'));
  return isBuild
    ? { kind: 'build', draft: readBuildFlags(tool, rest) }
    : undefined;
}
