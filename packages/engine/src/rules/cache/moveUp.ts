/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Step } from '../../cache/types';
import { Instruction } from '../../dockerfile/types';
import {
  removeInstruction,
  takeInstruction,
} from '../../edits/editInstructions';
import { TextEdit } from '../../edits/types';
import { contextCopies, placeOf } from '../../units/contextCopies';
import { pathBelow } from '../../units/imagePath';
import { BuildUnit } from '../../units/types';
import { ModuleFile } from '../evidence/moduleFiles';
import { downloadSetting } from './ownDownloads';

/** What is written further up, and what goes for it further down. */
export interface Lines {
  lines: string[];
  edits: TextEdit[];
}

/** Moves ENV and ARG up that the download may depend on. */
export function hoistSettings(
  { dockerfile }: BuildUnit,
  step: Step,
  anchor: Step,
  between: readonly Instruction[],
): Lines | undefined {
  const edits: TextEdit[] = [];
  const [now, then] = [
    anchor.environment.variables,
    step.environment.variables,
  ];
  const changed = new Set(
    [
      ...Object.keys(then).filter(name => now[name] !== then[name]),
      ...step.environment.unknownArguments.filter(
        name => !anchor.environment.unknownArguments.includes(name),
      ),
    ].filter(name => downloadSetting.test(name)),
  );
  const hoisted: string[] = [];
  for (const instruction of between) {
    const pairs = instruction.pairs ?? [];
    if (
      !/^(?:ENV|ARG)$/.test(instruction.keyword) ||
      !pairs.some(({ name }) => changed.has(name))
    ) {
      continue;
    }
    const taken = takeInstruction(dockerfile, instruction);
    if (
      !anchor.stage.instructions.includes(instruction) ||
      !taken ||
      pairs.some(({ value = '' }) => value.includes('$')) ||
      // A declaration without value may get one, on a step above.
      (instruction.keyword === 'ARG' &&
        pairs.some(({ name }) => !downloadSetting.test(name)))
    ) {
      return undefined;
    }
    edits.push(taken.edit);
    hoisted.push(taken.text);
    pairs.forEach(({ name }) => changed.delete(name));
  }
  return changed.size === 0 ? { lines: hoisted, edits } : undefined;
}

/** Moves the WORKDIR up that makes the folder of the module the current one. */
export function hoistWorkdir(
  { dockerfile }: BuildUnit,
  anchor: Step,
  between: readonly Instruction[],
  home: string,
): Lines | undefined {
  if (anchor.environment.workdir === home) {
    return undefined;
  }
  const index = between.findIndex(({ keyword }) => keyword === 'WORKDIR');
  const workdir = between[index];
  const skipped = between.slice(0, Math.max(index, 0));
  const isFree =
    workdir !== undefined &&
    anchor.stage.instructions.includes(workdir) &&
    workdir.text === home &&
    [anchor.instruction, ...skipped].every(
      instruction =>
        /^(?:ENV|ARG|LABEL|EXPOSE)$/.test(instruction.keyword) ||
        (/^(?:COPY|ADD)$/.test(instruction.keyword) &&
          /^["[]?\s*["']?\//.test(instruction.words.at(-1)?.text ?? '')),
    );
  const taken = isFree ? takeInstruction(dockerfile, workdir) : undefined;
  return taken && { lines: [taken.text], edits: [taken.edit] };
}

/** The copies of files that are not there yet; later ones of nothing else go. */
export function writeCopies(
  unit: BuildUnit,
  files: readonly ModuleFile[],
  {
    from,
    anchor,
    before,
  }: { from: string; anchor: Step; before: readonly Step[] },
): Lines | undefined {
  const edits = new Map<Instruction, TextEdit>();
  const copies = contextCopies(unit);
  const earlier = copies.filter(({ kind, instruction }) =>
    before.some(
      other =>
        kind === 'copy' &&
        other.index < anchor.index &&
        other.instruction === instruction,
    ),
  );
  const missing = files.filter(
    ({ path, place }) => !earlier.some(copy => placeOf(copy, path) === place),
  );
  const owner = (copy: ModuleFile['copy']) =>
    copy.instruction.flags
      .filter(({ name }) => name === 'chown' || name === 'chmod')
      .map(({ span }) => unit.dockerfile.source.slice(span.start, span.end));
  const groups = new Map<string, ModuleFile[]>();
  for (const file of missing) {
    const folder = file.place.slice(0, file.place.lastIndexOf('/')) || '/';
    const key = JSON.stringify([folder, ...owner(file.copy)]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  // Copies of nothing but these files are not needed any more.
  for (const { copy } of missing) {
    const taken = unit.context.entries.filter(
      ({ path }) => placeOf(copy, path) !== undefined,
    );
    const isSpare =
      copy.instruction !== anchor.instruction &&
      copies.filter(({ instruction }) => instruction === copy.instruction)
        .length === 1 &&
      taken.every(({ path }) => missing.some(file => file.path === path));
    if (isSpare) {
      const edit = removeInstruction(unit.dockerfile, copy.instruction);
      if (!edit) {
        return undefined;
      }
      edits.set(copy.instruction, edit);
    }
  }
  const lines = [...groups].map(([key, group]) => {
    const [folder, ...flags] = JSON.parse(key) as string[];
    return [
      'COPY',
      ...flags,
      ...group.map(({ path }) => path),
      targetFrom(from, folder),
    ].join(' ');
  });
  return missing.some(({ path }) => !/^[\w./+@-]+$/.test(path)) ||
    lines.some(line => /\$/.test(line))
    ? undefined
    : { lines, edits: [...edits.values()] };
}

/** How a COPY names a folder, relative where it is below the current one. */
function targetFrom(current: string, folder: string): string {
  const below = pathBelow(current, folder);
  if (below === undefined) {
    return folder === '/' ? folder : `${folder}/`;
  }
  return below === '' ? './' : `./${below}/`;
}
