/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { matchPath } from '../snapshot/matchPath';
import { placesOf } from '../units/contextCopies';
import { overlap, pathBelow } from '../units/imagePath';
import { writtenPaths } from './writtenPaths';
import { identifyEntries } from './ContextState';
import { BuiltStep } from './LayerCache';
import { ModelledStep } from './readSteps';

/**
 * Identifies what a built step may have left at a path that another stage
 * copies; `undefined` when it wrote nothing there. In doubt it wrote there.
 */
export function contentLeftAt(
  built: BuiltStep,
  copied: string,
): string | undefined {
  // Sources in another stage are relative to its root, not to its WORKDIR.
  const wanted = `/${copied.replace(/^\/+|(?<!\/)\/+$/g, '')}`;
  const { modelled, taken, output } = built;
  if (modelled.step.kind === 'copy' && modelled.copies.length > 0) {
    const copies = modelled.copies.filter(
      // Nothing of it comes there, whatever file it is.
      ({ target }) => target === '/' || overlaps(target, wanted),
    );
    const left =
      copies.length === 0
        ? []
        : taken.filter(({ path, directory }) =>
            copies.some(
              copy =>
                copy.directory === directory &&
                placesOf(copy, path).some(place => overlaps(place, wanted)),
            ),
          );
    return left.length > 0
      ? JSON.stringify([modelled.definition, identifyEntries(left)])
      : undefined;
  }
  return mayWrite(modelled, wanted) ? output : undefined;
}

function mayWrite(modelled: ModelledStep, wanted: string): boolean {
  const { step, scope, words } = modelled;
  switch (step.kind) {
    case 'base':
      return false;
    case 'copy':
      return overlaps(scope.resolve(words[words.length - 1] ?? '/'), wanted);
    case 'module-download':
      return overlaps(step.environment.goModCache, wanted);
    case 'compile':
      return mayCompileTo(modelled, wanted);
    case 'package-install':
      return true;
    case 'other':
      return step.instruction.keyword === 'WORKDIR'
        ? overlaps(scope.resolve(words[0] ?? '/'), wanted)
        : writesTo(modelled, wanted);
    default:
      step.kind satisfies never;
      return true;
  }
}

/** Folders of the system, which building a Go program does not write to. */
const SYSTEM_FOLDERS =
  /^\/(?:etc|lib|lib64|usr\/(?:lib|share|sbin)|var\/lib|sbin)(?:\/|$)/;

function mayCompileTo(modelled: ModelledStep, wanted: string): boolean {
  const { effects, environment } = modelled.step;
  if (effects.installsPackages) {
    return true;
  }
  const inModuleCache = pathBelow(environment.goModCache, wanted) !== undefined;
  if (SYSTEM_FOLDERS.test(wanted) || inModuleCache) {
    return false;
  }
  return writesTo(modelled, wanted);
}

function writesTo(modelled: ModelledStep, wanted: string): boolean {
  const outputs = writtenPaths(modelled);
  return outputs === undefined || outputs.some(path => overlaps(path, wanted));
}

/** Whether a copied path, which may hold wildcards, has to do with a written one. */
function overlaps(written: string, copied: string): boolean {
  if (!/[*?[\\]/.test(copied)) {
    return overlap(written, copied);
  }
  const depth = copied.split('/').length;
  const parts = written.split('/');
  return parts.length >= depth
    ? matchPath(copied, parts.slice(0, depth).join('/'))
    : matchPath(copied.split('/').slice(0, parts.length).join('/'), written);
}
