/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { StageReference } from '../../dockerfile/stageGraph';
import { Snapshot } from '../../snapshot/types';
import { unitGraph } from '../../units/unitGraph';
import { officialImages } from '../facts/officialImages';
import { UnitSubject } from '../types';
import { BuildObstacle } from './BuildObstacle';

/** No image of these names exists on Docker Hub, and many Dockerfiles use them. */
const stageNames = new Set(['build', 'builder', 'build-stage', 'build-env']);

/**
 * References to stages that are not there. BuildKit takes such a name for an
 * image, so only names are reported that are surely meant as stages: a slip of
 * a stage's name, or one of a stage that comes later.
 */
export function findUndefinedStages({
  unit,
  snapshot,
}: UnitSubject): BuildObstacle[] {
  const { dockerfile, reachable } = unit;
  const graph = unitGraph(unit);
  const names = dockerfile.stages.flatMap(({ name }) => name ?? []);
  const obstacles: BuildObstacle[] = [];
  for (const reference of graph.references) {
    const { source, stage, instruction, kind } = reference;
    if (
      source.type !== 'image' ||
      source.unknown.length > 0 ||
      !reachable.includes(stage) ||
      !/^[A-Za-z][\w-]*$/.test(source.image) ||
      officialImages.has(source.image)
    ) {
      continue;
    }
    const meant = findMeant(reference, source.image, names);
    if (meant !== undefined && !hasNamedContexts(snapshot)) {
      obstacles.push({
        line: instruction.line,
        endLine: instruction.endLine,
        message: `There is no stage ${source.image} ${
          kind === 'base' ? 'before this FROM' : 'in this Dockerfile'
        }${meant}, so the builder looks for an image of that name.`,
      });
    }
  }
  return obstacles;
}

/** In words; `undefined` when the name may well be an image's. */
function findMeant(
  { kind, stage }: StageReference,
  image: string,
  names: readonly string[],
): string | undefined {
  const name = image.toLowerCase();
  if (kind === 'base') {
    if (name === stage.name) {
      return undefined;
    }
    if (names.includes(name)) {
      return ', only after it or in another case';
    }
  }
  const near =
    name.length >= 4
      ? names.find(
          candidate =>
            candidate !== stage.name &&
            Math.abs(candidate.length - name.length) <= 2 &&
            isNear(candidate, name),
        )
      : undefined;
  if (near !== undefined) {
    return `, but there is ${near}`;
  }
  return kind !== 'base' && stageNames.has(name) ? '' : undefined;
}

/** At most two characters added, left out, changed or swapped. */
function isNear(left: string, right: string): boolean {
  if (left.length > 60 || right.length > 60) {
    return false;
  }
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      current.push(
        Math.min(
          previous[column] + 1,
          current[column - 1] + 1,
          previous[column - 1] + (left[row - 1] === right[column - 1] ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  // `build` and `builder`, `biuld` and `build` are common slips; in short names
  // others may well be names of their own.
  const mayDifferByTwo =
    Math.min(left.length, right.length) >= 6 ||
    left.startsWith(right) ||
    right.startsWith(left) ||
    [...left].sort().join('') === [...right].sort().join('');
  return previous[right.length] <= (mayDifferByTwo ? 2 : 1);
}

/** Whether a build may bring stages of its own as named contexts. */
function hasNamedContexts({ files }: Snapshot): boolean {
  for (const text of files.values()) {
    if (
      text.length < 1_000_000 &&
      /--build-context\b|\bbuild-contexts\b|\badditional_contexts\b|\bcontexts\s*[=:]/.test(
        text,
      )
    ) {
      return true;
    }
  }
  return false;
}
