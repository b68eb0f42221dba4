/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../../dockerfile/parseImageReference';
import { stepText } from '../measures/identifySteps';
import { BuildStep } from '../types';

/** The image that a stage starts from. */
export interface StageBase {
  stage?: string;
  platform?: string;
  /** As a person writes it: `golang:1.24`. */
  image: string;
  digest?: string;
  /** Of an official Go image, what its tag says: `1.24`. */
  goVersion?: string;
}

const longest = 1000;

/** The images of all FROM steps of a build. */
export function readBases(steps: readonly BuildStep[]): StageBase[] {
  return steps.flatMap(step => {
    const { instruction, internal, stage, platform } = step;
    if (instruction !== 'FROM' || internal) {
      return [];
    }
    const reference = stepText(step)
      .slice(0, longest)
      .split(' ')
      .slice(1)
      .find(word => !word.startsWith('--'));
    return reference === undefined
      ? []
      : [{ stage, platform, ...readReference(reference) }];
  });
}

function readReference(reference: string): StageBase {
  const parsed = parseImageReference(reference);
  if (!parsed) {
    return { image: reference };
  }
  const { familiarName, repository, tag, digest } = parsed;
  return {
    image: tag === undefined ? familiarName : `${familiarName}:${tag}`,
    digest,
    goVersion: /(?:^|\/)golang$/.test(repository)
      ? /^\d+\.\d+(?:\.\d+)?(?:rc\d+)?(?=-|$)/.exec(tag ?? '')?.[0]
      : undefined,
  };
}
