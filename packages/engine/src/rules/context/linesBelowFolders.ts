/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { IgnoreMatcher } from '../../context/IgnoreMatcher';
import { parseDockerIgnore } from '../../context/parseDockerIgnore';
import { isLiteral } from '../../edits/bringBack';
import { cleanPath } from '../../snapshot/repositoryPath';
import { contextCopies, placeOf } from '../../units/contextCopies';
import { BuildUnit } from '../../units/types';
import { finalChain } from '../evidence/finalImage';
import { UnitSubject } from '../types';
import { leavesStage, unitsOfContext } from './contextUse';
import { documentExtensions, isIgnored, usesDocuments } from './ignoreLines';

/**
 * Lines for the documents in folders that a COPY names. A COPY knows
 * no exceptions that every builder understands; an ignore file makes it
 * narrower. Only for folders that go into stages which are not the image, and
 * out of which nothing takes these files.
 */
export function linesBelowFolders(subject: UnitSubject): {
  lines: string[];
  review?: string;
} {
  const { unit } = subject;
  // See ignoreLinesFor: a `.git` that stays would count the files as deleted.
  if (!isIgnored(unit.context, '.git')) {
    return { lines: [] };
  }
  const units = unitsOfContext(subject);
  const extensions = usesDocuments(units) ? [] : documentExtensions;
  const lines = foldersOf(unit).flatMap(folder =>
    extensions
      .map(extension => `${folder}/**/*.${extension}`)
      .filter(line => isOnlyBuilt(units, line)),
  );
  return {
    lines,
    ...(lines.length > 0 && {
      review: 'Check that no Go file embeds the documents that are left out.',
    }),
  };
}

function foldersOf(unit: BuildUnit): string[] {
  const folders = contextCopies(unit).flatMap(({ kind, sources, directory }) =>
    kind === 'copy' && directory === undefined
      ? sources.flatMap(({ value, certain }) =>
          certain ? cleanPath(value) : [],
        )
      : [],
  );
  return [...new Set(folders)].filter(
    folder =>
      folder !== '' &&
      isLiteral(folder) &&
      unit.context.entries.some(({ path }) => path.startsWith(`${folder}/`)),
  );
}

/** Whether files are there, and nothing but stages that are not the image get them. */
function isOnlyBuilt(units: readonly BuildUnit[], line: string): boolean {
  const matcher = new IgnoreMatcher(parseDockerIgnore(line, { path: '' }));
  return units.every((unit, index) => {
    const { context, dockerfile, reachable } = unit;
    const dropped = context.entries.filter(({ path }) =>
      matcher.isIgnored(path),
    );
    const final = finalChain(unit)?.stages ?? dockerfile.stages;
    const copies = contextCopies(unit, dockerfile.stages);
    const taking = copies.filter(copy =>
      dropped.some(({ path }) => placeOf(copy, path) !== undefined),
    );
    return (
      (index > 0 || taking.length > 0) &&
      taking.every(
        ({ stage }) => reachable.includes(stage) && !final.includes(stage),
      ) &&
      copies.every(({ sources }) => sources.every(({ certain }) => certain)) &&
      !leavesStage(unit, copies, dropped)
    );
  });
}
