/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { joinPath } from '../snapshot/repositoryPath';
import { contentLeftAt } from './contentLeftAt';
import { ContextEntry } from './ContextState';
import { BuiltStage, BuiltStep, chainOf, CopiedContent } from './LayerCache';
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
    copiedCause(now, { then, earlier }) ??
    argumentCause(now, then);
  const first = chainOf(stage).find(
    ({ cached, modelled }) => !cached && modelled.step.index < step.index,
  );
  if (now.inputs.parent === undefined || (own && own.kind !== 'argument')) {
    return own;
  }
  return first === undefined
    ? own ?? belowCause(now, { then, stage, earlier })
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
  }: {
    then: BuiltStep;
    stage: BuiltStage;
    earlier: ReadonlyMap<number, BuiltStep>;
  },
): Cause {
  if (inputs.image !== then.inputs.image) {
    return { kind: 'earlier-step', step: stage.from.index };
  }
  const other = chainOf(stage).find(
    below =>
      below.modelled.step.index < modelled.step.index &&
      earlier.get(below.modelled.step.index)?.key !== below.key,
  );
  return other
    ? { kind: 'earlier-step', step: other.modelled.step.index }
    : { kind: 'external', what: 'an instruction before it was removed' };
}

function filesCause(
  { taken, modelled }: BuiltStep,
  { then, directory }: { then: BuiltStep; directory: string },
): Cause | undefined {
  const paths = differing(taken, then.taken).map(path =>
    joinPath(directory, path),
  );
  return paths.length > 0
    ? {
        kind: 'files',
        paths,
        instruction: modelled.step.instruction,
      }
    : undefined;
}

/** The paths that are new or other ones, then those that are gone. */
function differing(
  entries: readonly ContextEntry[],
  others: readonly ContextEntry[],
): string[] {
  const gone = new Map(others.map(({ path, content }) => [path, content]));
  const paths = new Set<string>();
  for (const { path, content } of entries) {
    if (gone.get(path) !== content) {
      paths.add(path);
    }
  }
  for (const { path } of entries) {
    gone.delete(path);
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
  { inputs }: BuiltStep,
  {
    then,
    earlier,
  }: { then: BuiltStep; earlier: ReadonlyMap<number, BuiltStep> },
): Cause | undefined {
  for (const [index, copied] of inputs.copied.entries()) {
    if (copied.content !== then.inputs.copied[index]?.content) {
      const source = findSource(copied, earlier);
      if (source) {
        return { kind: 'copied-from', step: source.modelled.step.index };
      }
    }
  }
  return undefined;
}

function findSource(
  { source, paths }: CopiedContent,
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
