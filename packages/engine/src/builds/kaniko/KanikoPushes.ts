/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { InstructionSteps } from '../InstructionSteps';
import { ObservedVertex } from '../observedBuild';

const mostTargets = 1000;

/**
 * `host:5000/app:1.2` without its tag; Docker Hub's images have several names:
 * `app` is `index.docker.io/library/app`.
 */
function repositoryOf(reference: string): string {
  return reference
    .replace(/(?:@sha256:[0-9a-f]{64}|:[^/:]{1,200})$/, '')
    .replace(/^(?:index\.)?docker\.io\//, '')
    .replace(/^library\//, '');
}

/** Tells the push of the image from those of layers to the cache. */
export class KanikoPushes {
  readonly #steps: InstructionSteps;
  readonly #layers = new Set<string>();
  readonly #images = new Map<string, ObservedVertex>();

  constructor(steps: InstructionSteps) {
    this.#steps = steps;
  }

  /** The image that is being pushed. */
  get current(): ObservedVertex | undefined {
    return [...this.#images.values()].find(({ finished }) => !finished);
  }

  announceLayer(target: string) {
    if (this.#layers.size < mostTargets) {
      this.#layers.add(target);
    }
  }

  /** Whether it is the image that is pushed. */
  begin(target: string): boolean {
    if (this.#layers.delete(target)) {
      return false;
    }
    if (this.#images.size < mostTargets) {
      this.#images.set(
        repositoryOf(target),
        this.#steps.addOther(`pushing image to ${target}`),
      );
    }
    return true;
  }

  /** Whether all that was to be pushed is. */
  end(digest: string | undefined): boolean {
    const pushed = digest === undefined ? undefined : repositoryOf(digest);
    for (const [repository, image] of this.#images) {
      if (pushed === undefined || pushed === repository) {
        image.finished = true;
      }
    }
    return this.#images.size > 0 && this.current === undefined;
  }
}
