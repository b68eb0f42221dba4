/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ImageReference,
  parseImageReference,
} from '../../dockerfile/parseImageReference';
import { ResolvedBase } from '../../dockerfile/resolveBase';
import { Stage } from '../../dockerfile/types';
import { resolveBases } from '../../units/resolveBases';
import { BuildUnit } from '../../units/types';
import { once } from './once';
import { CheckReason } from '../../sentences';
import { unclearImageReason } from './unclearImage';

/** What the stages of an image stand on in the end. */
export type ImageRoot =
  | { kind: 'scratch' }
  | {
      kind: 'image';
      /** Its name with what variables stand for. */
      image: string;
      reference: ImageReference;
      unknown: string[];
    }
  | { kind: 'unknown'; base: string };

/** A stage with the stages below it. */
export interface StageChain {
  /** From the stage itself down to the one that stands on an image. */
  stages: readonly Stage[];
  root: ImageRoot;
}

/** The chains of all stages of a unit. */
export const stageChains = once(readChains);

function readChains(unit: BuildUnit): ReadonlyMap<Stage, StageChain> {
  const { dockerfile } = unit;
  const { bases: sources } = resolveBases(unit);
  const chains = new Map<Stage, StageChain>();
  for (const stage of dockerfile.stages) {
    const stages: Stage[] = [];
    let current: Stage = stage;
    for (;;) {
      stages.push(current);
      const source = sources.get(current);
      if (source?.type !== 'stage') {
        chains.set(stage, { stages, root: readRoot(current, source) });
        break;
      }
      current = source.stage;
    }
  }
  return chains;
}

/**
 * The chain of the image that runs in the end, or why a rule cannot say
 * anything of it.
 */
export function readFinalImage(
  unit: BuildUnit,
):
  | { chain: StageChain; reason?: never }
  | { chain?: never; reason: CheckReason } {
  const reason = unclearImageReason(unit.dockerfile);
  const chain = finalChain(unit);
  return chain && reason === undefined
    ? { chain }
    : { reason: reason ?? 'There is no stage to build.' };
}

/** The chain of the stage that is built. */
export function finalChain(unit: BuildUnit): StageChain | undefined {
  return unit.target && stageChains(unit).get(unit.target);
}

function readRoot(stage: Stage, source: ResolvedBase | undefined): ImageRoot {
  if (source?.type === 'scratch') {
    return { kind: 'scratch' };
  }
  if (source?.type === 'image') {
    const reference = parseImageReference(source.image);
    if (reference) {
      const { image, unknown } = source;
      return { kind: 'image', image, reference, unknown };
    }
  }
  return { kind: 'unknown', base: stage.base };
}
