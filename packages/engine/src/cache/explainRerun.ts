/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { joinPath } from '../snapshot/repositoryPath';
import { contentLeftAt } from './contentLeftAt';
import { ContextEntry } from './ContextState';
import {
  BuiltStage,
  BuiltStep,
  chainOf,
  CopiedContent,
  groundEntries,
} from './LayerCache';
import { Cause } from './types';

/**
 * Why a step re-runs, found by comparing it with the same step of a build
 * before. Files that the step takes itself tell more than a step before it, but
 * an argument busts where it busts first.
 */
export function explainRerun(
  now: BuiltStep,
  {
    stage,
    earlier,
    directory,
  }: {
    stage: BuiltStage;
    /** The same steps of the build before, by their index in this one. */
    earlier: ReadonlyMap<number, BuiltStep>;
    /** The folder of the context. */
    directory: string;
  },
): Cause | undefined {
  const { step } = now.modelled;
  const then = earlier.get(step.index);
  if (!then || then.modelled.definition !== now.modelled.definition) {
    return { kind: 'instruction' };
  }
  const own =
    filesCause(now, { then, directory }) ??
    copiedCause(now, { then, earlier, directory }) ??
    argumentCause(now, then);
  const { firstRun } = stage;
  const first =
    firstRun && firstRun.modelled.step.index < step.index
      ? firstRun
      : undefined;
  if (now.inputs.parent === undefined || (own && own.kind !== 'argument')) {
    return own;
  }
  return first === undefined
    ? own ?? belowCause(now, { then, stage, earlier, directory })
    : { kind: 'earlier-step', step: first.modelled.step.index };
}

/**
 * All that it stands on comes from the cache, but it stands on something else
 * than in the build before.
 */
function belowCause(
  { inputs, modelled }: BuiltStep,
  {
    then,
    stage,
    earlier,
    directory,
  }: {
    then: BuiltStep;
    stage: BuiltStage;
    earlier: ReadonlyMap<number, BuiltStep>;
    directory: string;
  },
): Cause {
  if (inputs.image !== then.inputs.image) {
    return { kind: 'earlier-step', step: stage.from.index };
  }
  if (inputs.ground) {
    const paths = differing(inputs.ground, then.inputs.ground ?? [], directory);
    return paths.length > 0
      ? { kind: 'files', paths, instruction: stage.from.instruction }
      : {
          kind: 'external',
          change: 'folder-sent',
          what: 'its stage stands on a folder, which each build sends anew',
        };
  }
  const other = chainOf(stage).find(
    below =>
      below.modelled.step.index < modelled.step.index &&
      earlier.get(below.modelled.step.index)?.key !== below.key,
  );
  return other
    ? { kind: 'earlier-step', step: other.modelled.step.index }
    : {
        kind: 'external',
        change: 'instruction-removed',
        what: 'an instruction before it was removed',
      };
}

function filesCause(
  { taken, modelled }: BuiltStep,
  { then, directory }: { then: BuiltStep; directory: string },
): Cause | undefined {
  const paths = differing(taken, then.taken, directory);
  return paths.length > 0
    ? {
        kind: 'files',
        paths,
        instruction: modelled.step.instruction,
      }
    : undefined;
}

/**
 * The repository paths that are new or other ones, then those that are gone.
 * Those of named contexts are relative to folders of their own.
 */
function differing(
  entries: readonly ContextEntry[],
  others: readonly ContextEntry[],
  directory: string,
): string[] {
  const pathOf = (entry: ContextEntry) =>
    joinPath(entry.directory ?? directory, entry.path);
  // Most are the same object in both.
  const now = new Set(entries);
  const then = new Set(others);
  const left = entries.filter(entry => !then.has(entry));
  const gone = new Map(
    others
      .filter(entry => !now.has(entry))
      .map(entry => [pathOf(entry), entry.content]),
  );
  const paths = new Set<string>();
  for (const entry of left) {
    const path = pathOf(entry);
    if (gone.get(path) !== entry.content) {
      paths.add(path);
    }
  }
  for (const entry of left) {
    gone.delete(pathOf(entry));
  }
  return [...new Set([...paths, ...gone.keys()])];
}

function argumentCause(
  { inputs }: BuiltStep,
  then: BuiltStep,
): Cause | undefined {
  const before = new Map(then.inputs.arguments);
  const changed = inputs.arguments.find(
    ([name, value]) => before.get(name) !== value,
  );
  return changed && { kind: 'argument', name: changed[0] };
}

/** The last of the steps whose other outcome it copies. */
function copiedCause(
  { inputs, modelled }: BuiltStep,
  {
    then,
    earlier,
    directory,
  }: {
    then: BuiltStep;
    earlier: ReadonlyMap<number, BuiltStep>;
    directory: string;
  },
): Cause | undefined {
  for (const [index, copied] of inputs.copied.entries()) {
    const before = then.inputs.copied[index];
    if (copied.content === before?.content) {
      continue;
    }
    if (!copied.source) {
      return copied.context === undefined || copied.context !== before?.context
        ? { kind: 'instruction' }
        : {
            kind: 'external',
            change: 'other-context',
            context: copied.context,
            what: `the named context ${copied.context} is another one`,
          };
    }
    const ground = (of: BuiltStage | undefined) =>
      copied.paths.flatMap(path => groundEntries(of?.ground ?? [], path));
    const paths = differing(
      ground(copied.source),
      ground(before?.source),
      directory,
    );
    if (paths.length > 0) {
      const { instruction } = modelled.step;
      return { kind: 'files', paths, instruction };
    }
    const source = findSource(copied.source, copied.paths, earlier);
    if (source) {
      return { kind: 'copied-from', step: source.modelled.step.index };
    }
  }
  return undefined;
}

function findSource(
  source: BuiltStage,
  paths: CopiedContent['paths'],
  earlier: ReadonlyMap<number, BuiltStep>,
): BuiltStep | undefined {
  return chainOf(source)
    .reverse()
    .find(built => {
      const then = earlier.get(built.modelled.step.index);
      return paths.some(
        path =>
          contentLeftAt(built, path) !== (then && contentLeftAt(then, path)),
      );
    });
}
