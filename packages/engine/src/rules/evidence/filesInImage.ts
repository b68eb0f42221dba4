/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { relativePath } from '../../snapshot/repositoryPath';
import { ContextCopy, copyWords, placesOf } from '../../units/contextCopies';
import { overlap } from '../../units/imagePath';
import { BuildUnit } from '../../units/types';
import { walkStages } from '../../units/walkStages';
import { stageChains } from './finalImage';
import { ModuleUse } from './moduleLayout';

/**
 * The last copy of a use's stage that puts a file of the repository at a path of
 * the image, or may do so.
 */
export function copyThatPlaces(
  unit: BuildUnit,
  { copies }: Pick<ModuleUse, 'copies'>,
  { path, place }: { path: string; place: string },
): ContextCopy | undefined {
  const { entries, directory } = unit.context;
  const isSent = entries.some(
    entry => entry.path === relativePath(directory, path),
  );
  return [...copies].reverse().find(copy => {
    const seen = relativePath(copy.directory ?? directory, path);
    return (
      seen !== undefined &&
      (isSent || copy.directory !== undefined) &&
      placesOf(copy, seen).some(
        found => found === place || isUnclear(copy, found, place),
      )
    );
  });
}

/** A folder that a copy with an unknown source, or of an archive, goes to. */
function isUnclear(copy: ContextCopy, found: string, place: string): boolean {
  return found === copy.target && overlap(found, place);
}

/**
 * Whether something other than a copy of the repository may put files at or
 * below a path of the image before a command of a stage runs: another stage,
 * an image, a download, or a command that names it.
 */
export function mayComeFromElsewhere(
  unit: BuildUnit,
  { stage, instruction: { span } }: Pick<ModuleUse, 'stage' | 'instruction'>,
  { place, name }: { place: string; name: string },
): boolean {
  const stages = stageChains(unit).get(stage)?.stages ?? [stage];
  for (const { instruction, base, scope } of walkStages(unit, stages)) {
    if (base.type === 'context') {
      return true;
    }
    if (instruction.span.start > span.start) {
      continue;
    }
    const { keyword, flags, text, heredocs } = instruction;
    if (keyword === 'COPY' || keyword === 'ADD') {
      const words = copyWords(instruction);
      const isElsewhere =
        flags.some(flag => flag.name === 'from') ||
        heredocs.length > 0 ||
        (keyword === 'ADD' && words.some(word => /[@:]|\.t|\.zip/.test(word)));
      const target = scope.resolve(
        scope.expand(words[words.length - 1] ?? '').value,
      );
      if (isElsewhere && overlap(target, place)) {
        return true;
      }
    } else if (keyword === 'RUN') {
      const bodies = [text, ...heredocs.map(({ body }) => body)];
      if (
        flags.some(({ value }) => value?.includes('from=')) ||
        bodies.some(
          body =>
            /\bgit\s+(?:clone|submodule|checkout|pull)\b|\b(?:curl|wget|tar|unzip)\b/.test(
              body,
            ) ||
            (body.includes(name) &&
              (name === 'go.sum' ||
                /\b(?:cp|mv|ln|mkdir|install|rsync)\b/.test(body))),
        )
      ) {
        return true;
      }
    }
  }
  return false;
}
