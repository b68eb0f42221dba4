/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildsOfUnit } from '../../cache/builderProfile';
import { Step } from '../../cache/types';
import { readImageBuilds } from '../../ci/readImageBuilds';
import { Instruction } from '../../dockerfile/types';
import { insertRunFlags } from '../../edits/insertRunFlags';
import { TextEdit } from '../../edits/types';
import { baseName } from '../../snapshot/repositoryPath';
import { copyWords } from '../../units/contextCopies';
import { overlap } from '../../units/imagePath';
import { findClassicBuilds } from '../evidence/classicBuilds';
import { finalChain, stageChains } from '../evidence/finalImage';
import {
  GoCacheContent,
  goCacheFolders,
  GoCacheFolders,
} from '../evidence/goCacheFolders';
import { startCommand } from '../evidence/startCommand';
import { UnitSubject } from '../types';

/**
 * Whether the builders of a unit know cache mounts: BuildKit with a frontend
 * from 1.2 on does, the legacy builder stops at them, and kaniko goes its own
 * way. Windows has other folders. https://docs.docker.com/reference/dockerfile/#run---mount
 */
export function knowsCacheMounts({ unit, snapshot }: UnitSubject): boolean {
  const { dockerfile } = unit;
  const syntax = dockerfile.directives.find(({ name }) => name === 'syntax');
  return (
    !/:(?:0\.|1\.[01](?:\D|$))/.test(syntax?.value ?? '') &&
    dockerfile.escape === '\\' &&
    !dockerfile.stages.some(({ base }) => /windows|nanoserver/i.test(base)) &&
    !/(?:^|[./-])kaniko(?:[./-]|$)/i.test(dockerfile.path) &&
    findClassicBuilds(snapshot).length === 0 &&
    !buildsOfUnit(unit, readImageBuilds(snapshot)).some(
      ({ tool }) => tool === 'kaniko',
    )
  );
}

/**
 * The edits that give steps cache mounts, those that they have already left
 * out. Undefined where the folder is not known for sure, or where the step runs
 * as someone who could not write there.
 */
export function addCacheMounts(
  subject: UnitSubject,
  wanted: readonly { step: Step; contents: readonly GoCacheContent[] }[],
): TextEdit[] | undefined {
  if (!knowsCacheMounts(subject)) {
    return undefined;
  }
  const folders = goCacheFolders(subject);
  const edits: TextEdit[] = [];
  for (const { step, contents } of wanted) {
    const flags = contents.map(content =>
      cacheMountFlag(step, content, folders.get(step)),
    );
    if (flags.some(flag => flag === undefined)) {
      return undefined;
    }
    const missing = (flags as string[]).filter(flag => flag !== '');
    if (missing.length > 0) {
      const edit = isOwn(step)
        ? insertRunFlags(subject.unit.dockerfile, step.instruction, missing)
        : undefined;
      if (!edit) {
        return undefined;
      }
      edits.push(edit);
    }
  }
  return edits;
}

/** The flag; `''` where the step has such a mount, undefined where none is known to fit. */
export function cacheMountFlag(
  { environment, mounts }: Step,
  content: GoCacheContent,
  folders: GoCacheFolders | undefined,
): string | undefined {
  const { moduleCacheMount, buildCacheMount, user } = environment;
  if (content === 'modules' ? moduleCacheMount : buildCacheMount) {
    return '';
  }
  const folder = folders?.[content];
  // A mount belongs to root, unless it says otherwise.
  const isRoot = user === '' || user === 'root' || user === '0';
  return folder === undefined ||
    !isRoot ||
    mounts.some(({ target = '' }) => overlap(target, folder))
    ? undefined
    : `--mount=type=cache,target=${folder}`;
}

/** Whether a step stands in its stage, and was not deferred by ONBUILD. */
export function isOwn({ stage, instruction }: Step): boolean {
  return stage.instructions.includes(instruction);
}

/**
 * Whether something takes a cache of Go out of the image: a copy from a stage,
 * a command that names the folder, or a stage that other targets build on.
 */
export function readsCache(
  { unit, model }: UnitSubject,
  content: GoCacheContent,
): boolean {
  const named =
    content === 'modules'
      ? /pkg\/mod|GOMODCACHE|go\s+list\s[^&|;]{0,500}-m\b|\.Dir\b/
      : /go-build|GOCACHE/;
  const folders = new Set(
    model.steps.map(({ environment: { goModCache, goCache } }) =>
      content === 'modules' ? goModCache : goCache,
    ),
  );
  return unit.dockerfile.stages.some(({ instructions }) =>
    instructions.some(instruction => {
      switch (instruction.keyword) {
        case 'COPY':
          return takesFolder(instruction, folders);
        case 'RUN':
          return [
            instruction.text,
            ...instruction.heredocs.map(({ body }) => body),
          ].some(text => named.test(text));
        default:
          return false;
      }
    }),
  );
}

function takesFolder(
  instruction: Instruction,
  folders: ReadonlySet<string>,
): boolean {
  return (
    instruction.flags.some(({ name }) => name === 'from') &&
    copyWords(instruction)
      .slice(0, -1)
      .some(word =>
        [...folders].some(
          folder =>
            word.includes('$') ||
            overlap(word.replace(/(?<!\/)\/+$/, ''), folder),
        ),
      )
  );
}

/** Whether stages that this target does not need stand on one of these. */
export function servesOtherTargets(
  { unit }: UnitSubject,
  steps: readonly Step[],
): boolean {
  const stages = new Set(steps.map(({ stage }) => stage));
  return [...stageChains(unit)].some(
    ([stage, chain]) =>
      !unit.reachable.includes(stage) &&
      chain.stages.some(below => stages.has(below)),
  );
}

/**
 * Whether steps are part of an image that compiles when it is started: `maybe`
 * where a shell or a script is started, or nothing that is known.
 */
export function compilesAtStart(
  { unit }: UnitSubject,
  steps: readonly Step[],
): 'no' | 'maybe' | 'yes' {
  const chain = finalChain(unit);
  if (!chain || !steps.some(({ stage }) => chain.stages.includes(stage))) {
    return 'no';
  }
  const { entrypoint, command } = startCommand(chain);
  const start = entrypoint ?? command;
  const words = start?.json ?? start?.text.split(/\s+/) ?? [];
  const program = baseName(words[0] ?? '');
  if (
    /^(?:go|air|bee|fresh|gin|make|task|just|mage|dlv|reflex|gow|CompileDaemon|modd|realize)$/.test(
      program,
    ) ||
    words.some(word => /\b(?:go|dlv|air)\s|\bmake\b/.test(`${word} `))
  ) {
    return 'yes';
  }
  return program === '' || /^(?:ba|da|z)?sh$|\.sh$|\$/.test(program)
    ? 'maybe'
    : 'no';
}

/** What to look at where the modules leave an image that may need them. */
export const notInImage =
  'The modules are no longer in the image: check that no container compiles when it starts.';

/** A step, and those that stand on what it leaves behind. */
export function stepsBehind({ unit, model }: UnitSubject, first: Step): Step[] {
  const chains = stageChains(unit);
  return model.steps.filter(
    ({ index, stage }) =>
      index >= first.index &&
      chains.get(stage)?.stages.includes(first.stage) === true,
  );
}
