/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Mount } from '../../dockerfile/types';
import { StageScope } from '../../units/StageScope';
import { isGo } from '../../units/goCommand';
import { walkStages } from '../../units/walkStages';
import { ImageRoot, stageChains } from '../evidence/finalImage';
import {
  cacheShapes,
  changesFolders,
  GoCacheContent,
  knownFolder,
  writesSettings,
} from '../evidence/goCacheFolders';
import { UnitSubject } from '../types';

/** A cache mount that is meant for a cache of Go and is not where Go looks. */
export interface MisplacedMount {
  step: Step;
  mount: Mount;
  content: GoCacheContent;
  /** Where the mount is. */
  target: string;
  /** Where Go looks; undefined where it is the home folder of some user. */
  folder?: string;
}

const contents: readonly GoCacheContent[] = ['modules', 'build'];

/**
 * The cache mounts of steps that run Go, of a kind of cache that the step has
 * no other mount for. Only where the effective folder is known: on the official
 * Go image and on plain distributions, or where the Dockerfile sets it.
 */
export function misplacedMounts(subject: UnitSubject): MisplacedMount[] {
  const { unit, model, snapshot } = subject;
  const steps = new Map(model.steps.map(step => [step.instruction, step]));
  if (!model.steps.some(({ mounts }) => mounts.some(isCache))) {
    return [];
  }
  const chains = stageChains(unit);
  const misplaced: MisplacedMount[] = [];
  let isChanged = false;
  for (const { stage, instruction, scope } of walkStages(
    unit,
    unit.reachable,
  )) {
    const step = steps.get(instruction);
    if (!step?.shell) {
      continue;
    }
    // What `go env -w` writes stays for the steps that follow.
    isChanged ||= writesSettings(step);
    if (
      isChanged ||
      !step.mounts.some(isCache) ||
      !runsGo(step) ||
      changesFolders(step, snapshot)
    ) {
      continue;
    }
    for (const content of contents) {
      const found = findMisplaced(content, {
        step,
        scope,
        root: chains.get(stage)?.root,
      });
      misplaced.push(...(found ? [found] : []));
    }
  }
  return misplaced;
}

/** What rules say whose findings come from such mounts alone. */
export const misplacedReason =
  'The cache mount for it is in the wrong place: cache/mount-target tells.';

/** Whether a step has a mount for a kind of cache in the wrong place. */
export function isMisplaced(
  mounts: readonly MisplacedMount[],
  step: Step,
  content: GoCacheContent,
): boolean {
  return mounts.some(
    misplaced => misplaced.step === step && misplaced.content === content,
  );
}

function findMisplaced(
  content: GoCacheContent,
  {
    step,
    scope,
    root,
  }: { step: Step; scope: StageScope; root: ImageRoot | undefined },
): MisplacedMount | undefined {
  const { environment, effects } = step;
  const isNeeded = content === 'modules' || effects.compiles;
  const isHeld =
    (content === 'modules'
      ? environment.moduleCacheMount
      : environment.buildCacheMount) !== undefined;
  if (!isNeeded || isHeld) {
    return undefined;
  }
  const folder = knownFolder(content, { step, scope, root });
  if (folder === 'unknown') {
    return undefined;
  }
  for (const mount of step.mounts.filter(isCache)) {
    const text = scope.expand(mount.target ?? '');
    const target = scope.resolve(text.value);
    // HOME is no variable of a Dockerfile: it expands to nothing.
    const isKnown = text.certain || text.unknown.every(name => name === 'HOME');
    if (
      isKnown &&
      cacheShapes[content].test(target) &&
      (folder !== 'home' || target.startsWith('/root/'))
    ) {
      return {
        step,
        mount,
        content,
        target,
        ...(folder !== 'home' && {
          folder:
            content === 'modules'
              ? environment.goModCache
              : environment.goCache,
        }),
      };
    }
  }
  return undefined;
}

function isCache({ type }: Mount): boolean {
  return type === 'cache';
}

function runsGo({ shell, effects }: Step): boolean {
  return (
    effects.compiles ||
    effects.downloadsModules ||
    shell?.commands.some(({ name }) => isGo(name)) === true
  );
}
