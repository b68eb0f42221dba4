/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { shellAt } from '../dockerfile/shellKinds';
import { Dockerfile, Instruction, Mount } from '../dockerfile/types';
import { cleanPath } from '../snapshot/repositoryPath';
import { isRemoteSource } from '../units/contextCopies';
import { BuildUnit } from '../units/types';
import { ModelledStep } from './readSteps';

type DefinedStep = Omit<ModelledStep, 'definition'>;

/**
 * What identifies a step by itself, without the files that it takes and the
 * layer that it stands on: two steps of the same definition do the same.
 *
 * Comments, line continuations, the case of keywords and instructions that only
 * describe the image are no part of it.
 */
export function stepDefinition(
  unit: Pick<BuildUnit, 'dockerfile' | 'buildArguments'>,
  modelled: DefinedStep,
): string {
  const { instruction } = modelled.step;
  switch (instruction.keyword) {
    case 'RUN':
      return runDefinition(unit.dockerfile, modelled);
    case 'COPY':
    case 'ADD':
      return copyDefinition(modelled);
    case 'WORKDIR':
      return workdirDefinition(modelled, unit);
    default:
      return JSON.stringify([instruction.keyword, instruction.text]);
  }
}

/**
 * The process, its environment, user and folder, and where what is mounted. A
 * RUN in shell form is that of its shell in JSON form. What is in a mount of
 * type cache, secret, ssh or tmpfs is no part of it.
 * https://github.com/moby/buildkit/blob/master/solver/llbsolver/ops/exec.go (CacheMap)
 */
function runDefinition(
  dockerfile: Dockerfile,
  { step, scope }: DefinedStep,
): string {
  const { instruction, mounts } = step;
  const shell = shellAt(dockerfile, instruction) ?? ['/bin/sh', '-c'];
  const process = instruction.json ?? [...shell, instruction.text];
  return JSON.stringify([
    'RUN',
    process,
    heredocsOf(instruction),
    environmentOf(scope),
    scope.declaredUser,
    scope.workdir,
    mounts.map(mount => mountDefinition(mount, scope)),
    flagsOf(instruction, { without: ['mount'], scope }),
  ]);
}

/** Arguments for the builder itself, which commands do not see. */
const BUILDER_ARGUMENTS = new Set([
  'BUILDKIT_SBOM_SCAN_CONTEXT',
  'BUILDKIT_SBOM_SCAN_STAGE',
]);

/**
 * Values of ENV and ARG, in the order in which they were last set.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (dispatchArg, dispatchEnv)
 */
function environmentOf({ variables }: ModelledStep['scope']): unknown {
  return [...variables].filter(([name]) => !BUILDER_ARGUMENTS.has(name));
}

function mountDefinition(mount: Mount, scope: ModelledStep['scope']): unknown {
  // Which cache it is does not matter, but for the default one of its target.
  // https://github.com/moby/buildkit/blob/master/solver/llbsolver/ops/exec.go (checkShouldClearCacheOpts)
  const ownCache =
    mount.type === 'cache' &&
    ((mount.id !== undefined && mount.id !== mount.target) ||
      (mount.sharing !== undefined && mount.sharing !== 'shared'));
  return Object.entries({ ...mount, ownCache })
    .filter(
      ([name]) =>
        name !== 'flag' &&
        name !== 'from' &&
        !(ownCache && (name === 'id' || name === 'sharing')),
    )
    .map(([name, value]) => [
      name,
      typeof value === 'string' ? scope.expand(value).value : value,
    ])
    .filter(([, value]) => value !== undefined)
    .sort();
}

/**
 * Paths, owner, mode and the rest of the flags; a RUN's environment has no part
 * in a copy.
 * https://github.com/moby/buildkit/blob/master/solver/llbsolver/ops/file.go (CacheMap)
 */
function copyDefinition({ step, scope, words }: DefinedStep): string {
  const { instruction } = step;
  const target = words[words.length - 1] ?? '';
  const keepsPaths = instruction.flags.some(({ name }) => name === 'parents');
  return JSON.stringify([
    instruction.keyword,
    words
      .slice(0, -1)
      .map(word =>
        keepsPaths || isRemoteSource(word) ? word : cleanPath(word),
      ),
    // Only a folder ends with a slash, and the root is one.
    scope.resolve(target),
    /(?:^|\/)\.?$/.test(target),
    heredocsOf(instruction),
    // A stage is identified by what is copied from it, not by its name.
    flagsOf(instruction, { without: ['from'], scope }),
  ]);
}

/**
 * The folder, whose it is, and the time that it gets.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/dockerfile2llb/convert.go (dispatchWorkdir)
 */
function workdirDefinition(
  { scope, words }: DefinedStep,
  { buildArguments }: Pick<BuildUnit, 'buildArguments'>,
): string {
  return JSON.stringify([
    'WORKDIR',
    scope.resolve(words[0] ?? ''),
    scope.declaredUser,
    buildArguments.SOURCE_DATE_EPOCH,
  ]);
}

function heredocsOf({ heredocs }: Instruction): unknown {
  return heredocs.map(({ name, body, expand }) => [name, body, expand]);
}

function flagsOf(
  { flags }: Instruction,
  {
    without,
    scope,
  }: { without: readonly string[]; scope: ModelledStep['scope'] },
): unknown {
  return flags
    .filter(({ name }) => !without.includes(name))
    .map(({ name, value }) => [
      name,
      value === undefined ? true : scope.expand(value).value,
    ])
    .sort();
}
