/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { matchPath } from '../snapshot/matchPath';
import { baseName } from '../snapshot/repositoryPath';
import { joinImagePath, overlap, pathBelow } from '../units/imagePath';
import { compileOutputs } from './compileOutputs';
import { ModelledStep } from './readSteps';
import { Cause } from './types';

/**
 * Whether a step that re-ran for a cause may have changed what another stage
 * copies from a path. Says yes when in doubt.
 */
export function mayWrite(
  modelled: ModelledStep,
  { cause, copied }: { cause?: Cause; copied: string },
): boolean {
  // Sources in another stage are relative to its root, not to its WORKDIR.
  const wanted = `/${copied.replace(/^\/+|\/+$/g, '')}`;
  const { step } = modelled;
  switch (step.kind) {
    case 'base':
      return false;
    case 'copy':
      return copyTargets(modelled, cause).some(path => overlaps(path, wanted));
    case 'module-download':
      return overlaps(step.environment.goModCache, wanted);
    case 'compile':
      return mayCompileTo(modelled, wanted);
    case 'package-install':
      return true;
    case 'other':
      return writesTo(modelled, wanted);
    default:
      step.kind satisfies never;
      return true;
  }
}

/** Folders of the system, which building a Go program does not write to. */
const SYSTEM_FOLDERS =
  /^\/(?:etc|lib|lib64|usr\/(?:lib|share|sbin)|var\/lib|sbin)(?:\/|$)/;

const ARCHIVE = /\.(?:tar|tgz|tbz2?|txz|gz|bz2|xz|zst)$/;

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
  const outputs = compileOutputs(modelled);
  return outputs === undefined || outputs.some(path => overlaps(path, wanted));
}

/**
 * Where a COPY or ADD may have put what changed. A changed file keeps the end
 * of its path; how much of it depends on what the sources name.
 */
function copyTargets(
  { words, scope, step }: ModelledStep,
  cause: Cause | undefined,
): string[] {
  const named = words[words.length - 1] ?? '/';
  const target = scope.resolve(named);
  const sources = words.slice(0, -1);
  if (cause?.kind !== 'files') {
    return [target];
  }
  // A single file may get another name: `COPY main.go /app.go`. An archive
  // that ADD unpacks may hold anything.
  const renamed =
    sources.length === 1 &&
    !named.endsWith('/') &&
    cause.paths.some(path => baseName(path) === baseName(sources[0]));
  const unpacks =
    step.instruction.keyword === 'ADD' &&
    sources.some(source => ARCHIVE.test(source));
  return [
    ...(renamed || unpacks ? [target] : []),
    ...cause.paths.flatMap(path => {
      const parts = path.split('/');
      return parts.map((_part, index) =>
        joinImagePath(target, parts.slice(index).join('/')),
      );
    }),
  ];
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
