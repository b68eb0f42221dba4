/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isCacheable } from '../isCacheable';
import { BuildStep } from '../types';
import { parseVertexName } from '../vertexName';
import { hasRun } from './hasRun';

/**
 * What the seconds of a build went to. They are sums over its steps, and steps
 * run side by side: the sum is the builder's time, and may be longer or shorter
 * than the wall time of the build. A step whose log tells no time counts 0.
 *
 * @public
 */
export interface BuildSeconds {
  /** Cacheable steps that ran, those included that failed. */
  executed: number;
  /** Moving the layers of cached steps: what a hit costs. */
  transfer: number;
  /** Base images: FROM, their metadata, and images that a COPY or mount takes. */
  base: number;
  /** Importing a cache. */
  cacheImport: number;
  /** Exporting the cache. */
  cacheExport: number;
  /** Exporting the image, and pushing it. */
  imageExport: number;
  /** Sending the build context, and named contexts. */
  context: number;
  /** All the rest, such as loading the Dockerfile. */
  other: number;
}

const contextName = /\bload build context\b|\[context /;

function purposeOf(step: BuildStep): keyof BuildSeconds {
  if (isCacheable(step)) {
    return hasRun(step) ? 'executed' : 'transfer';
  }
  if (step.instruction === 'FROM') {
    return 'base';
  }
  if (contextName.test(step.name)) {
    return 'context';
  }
  const { role } = parseVertexName(step.name);
  switch (role) {
    case 'from':
    case 'pull':
    case 'metadata':
      return 'base';
    case 'cache-import':
      return 'cacheImport';
    case 'cache-export':
      return 'cacheExport';
    case 'export':
      return 'imageExport';
    case 'step':
    case 'definition':
    case 'other':
      return 'other';
    default: {
      const unknown: never = role;
      throw new Error(`unknown role ${unknown}`);
    }
  }
}

/**
 * Adds up the seconds of a build by what they went to.
 *
 * @public
 */
export function sumSeconds(steps: readonly BuildStep[]): BuildSeconds {
  const sums: BuildSeconds = {
    executed: 0,
    transfer: 0,
    base: 0,
    cacheImport: 0,
    cacheExport: 0,
    imageExport: 0,
    context: 0,
    other: 0,
  };
  for (const step of steps) {
    if (step.state !== 'skipped') {
      sums[purposeOf(step)] += step.seconds ?? 0;
    }
  }
  return sums;
}
