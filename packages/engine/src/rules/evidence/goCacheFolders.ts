/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { buildFileKind } from '../../snapshot/buildFileKind';
import { Snapshot } from '../../snapshot/types';
import { StageScope } from '../../units/StageScope';
import { isGo, readGoCommand } from '../../units/goCommand';
import { namesGolang } from '../../units/namesGolang';
import { walkStages } from '../../units/walkStages';
import { startsAsRoot } from '../facts/baseImages';
import { UnitSubject } from '../types';
import { ImageRoot, stageChains } from './finalImage';

/** What a cache of the go command holds: downloaded modules, or what it compiled. */
export type GoCacheContent = 'modules' | 'build';

/** Settings of Go that say where a cache is, and those that they fall back to. */
const settingNames: Readonly<Record<GoCacheContent, readonly string[]>> = {
  modules: ['GOMODCACHE', 'GOPATH'],
  build: ['GOCACHE', 'XDG_CACHE_HOME'],
};

/** Folders that nobody mounts for anything else. */
export const cacheShapes: Readonly<Record<GoCacheContent, RegExp>> = {
  modules: /\/pkg\/mod(?:\/|$)|\/go\/pkg$|^\/root\/go$|\/go-?mod-?(?:cache)?$/i,
  build: /\/go-?(?:build|cache|build-?cache)$|^\/root\/\.cache$/i,
};

/** Where the go command of a step keeps its caches. */
export type GoCacheFolders = Partial<Record<GoCacheContent, string>>;

/**
 * The folders of the caches for the steps of which they are known: for root on
 * the official Go image and on plain distributions, or as the Dockerfile says.
 */
export function goCacheFolders({
  unit,
  model,
  snapshot,
}: UnitSubject): Map<Step, GoCacheFolders> {
  const steps = new Map(model.steps.map(step => [step.instruction, step]));
  const chains = stageChains(unit);
  const folders = new Map<Step, GoCacheFolders>();
  let isChanged = false;
  for (const { stage, instruction, scope } of walkStages(
    unit,
    unit.reachable,
  )) {
    const step = steps.get(instruction);
    if (!step?.shell) {
      continue;
    }
    isChanged ||= writesSettings(step);
    if (isChanged || changesFolders(step, snapshot)) {
      continue;
    }
    const { goModCache, goCache } = step.environment;
    const isKnown = (content: GoCacheContent, folder: string) =>
      knownFolder(content, {
        step,
        scope,
        root: chains.get(stage)?.root,
      }) === 'known' && /^\/[\w./-]+$/.test(folder);
    folders.set(step, {
      ...(isKnown('modules', goModCache) && { modules: goModCache }),
      ...(isKnown('build', goCache) && { build: goCache }),
    });
  }
  return folders;
}

/** Whether a step changes the folders of the steps that follow, or may. */
export function writesSettings({ shell }: Step): boolean {
  return (shell?.commands ?? []).some(
    command =>
      readGoCommand(command)?.verb === 'env' &&
      hasWord(command, '-w') &&
      !command.arguments
        .slice(1)
        .every(
          ({ text }) =>
            text === '-w' || /^(?!GOMODCACHE=|GOCACHE=|GOPATH=)\w+=/.test(text),
        ),
  );
}

/**
 * Whether the effective folder is known: from settings, or because the base is
 * known to have none. `home`: it is in the home folder of a user whose home is
 * not known, but who is not root.
 */
export function knownFolder(
  content: GoCacheContent,
  {
    step: { environment },
    scope,
    root,
  }: { step: Step; scope: StageScope; root: ImageRoot | undefined },
): 'known' | 'home' | 'unknown' {
  const { user, variables, unknownArguments } = environment;
  const names = [...settingNames[content], 'HOME'];
  if (names.some(name => unknownArguments.includes(name))) {
    return 'unknown';
  }
  const set = names.find(name => variables[name]);
  if (set !== undefined) {
    return scope.expand(`$${set}`).certain ? 'known' : 'unknown';
  }
  // Go has a build cache since 1.10.
  // https://go.dev/doc/go1.10#build
  if (
    content === 'build' &&
    root?.kind === 'image' &&
    /^1\.\d(?:[.-]|$)/.test(root.reference.tag ?? '')
  ) {
    return 'unknown';
  }
  if (!isPlainBase(root) || /[$*]/.test(user)) {
    return 'unknown';
  }
  return user === '' || user === 'root' || user === '0' ? 'known' : 'home';
}

/**
 * Whether a step mounts a cache for modules on an image of which nobody here
 * knows where its Go keeps them: who wrote the mount does.
 */
export function hasForeignMount(
  { mounts }: Step,
  root: ImageRoot | undefined,
): boolean {
  return (
    !isPlainBase(root) &&
    mounts.some(
      ({ type, target = '' }) =>
        type === 'cache' && cacheShapes.modules.test(target),
    )
  );
}

/** Whether a base is the official Go image or a plain distribution. */
function isPlainBase(root: ImageRoot | undefined): boolean {
  return (
    root?.kind === 'image' &&
    root.unknown.every(name => !/IMAGE|BASE/i.test(name)) &&
    (namesGolang(root.reference.repository) ||
      startsAsRoot(root.reference) === true)
  );
}

const folderSetting =
  /\b(?:GOMODCACHE|GOCACHE|GOPATH|XDG_CACHE_HOME|HOME)\s*[:?]?=/;

/** Whether the commands of a step may move the caches, or run as someone else. */
export function changesFolders(
  { shell, instruction }: Step,
  snapshot: Snapshot,
): boolean {
  const commands = shell?.commands ?? [];
  if (
    shell?.opaque ||
    commands.some(({ name }) =>
      /^(?:su|sudo|gosu|su-exec|runuser|setpriv|\.|source)$/.test(name ?? ''),
    )
  ) {
    return true;
  }
  const texts = [
    instruction.text,
    ...instruction.heredocs.map(({ body }) => body),
  ];
  const isExported = texts.some(text =>
    /\b(?:export|env)\s[^\n]{0,1000}\b(?:GOMODCACHE|GOCACHE|GOPATH|XDG_CACHE_HOME|HOME)=/.test(
      text,
    ),
  );
  const goes = commands.some(({ name }) => isGo(name));
  return (
    isExported ||
    // What a Makefile sets is only known where it is read.
    (!goes &&
      [...snapshot.files].some(
        ([path, text]) =>
          buildFileKind(path) === 'make' && folderSetting.test(text),
      ))
  );
}

function hasWord(
  { arguments: words }: { arguments: readonly { text: string }[] },
  wanted: string,
): boolean {
  return words.some(({ text }) => text === wanted);
}
