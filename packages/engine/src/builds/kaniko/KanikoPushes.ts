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

/** Some platforms hide names, each time behind another word. */
function isHidden(reference: string): boolean {
  return reference.startsWith('<');
}

/** Tells the push of the image from those of layers to the cache. */
export class KanikoPushes {
  readonly #steps: InstructionSteps;
  readonly #layers = new Set<string>();
  readonly #images = new Map<string, ObservedVertex>();

  #hiddenLayers = 0;
  /** Pushes that began and did not end, of which no name is known. */
  #hidden = 0;

  constructor(steps: InstructionSteps) {
    this.#steps = steps;
  }

  /** The image that is being pushed. */
  get current(): ObservedVertex | undefined {
    return [...this.#images.values()].find(({ finished }) => !finished);
  }

  announceLayer(target: string) {
    if (isHidden(target)) {
      this.#hiddenLayers++;
    } else if (this.#layers.size < mostTargets) {
      this.#layers.add(target);
    }
  }

  /** Whether it is the image that is pushed. */
  begin(target: string): boolean {
    if (isHidden(target)) {
      this.#hidden++;
      if (this.#hiddenLayers > 0) {
        this.#hiddenLayers--;
        return false;
      }
    }
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
    const isAnyHidden = digest !== undefined && isHidden(digest);
    this.#hidden -= isAnyHidden && this.#hidden > 0 ? 1 : 0;
    for (const [repository, image] of this.#images) {
      if (
        pushed === undefined ||
        pushed === repository ||
        (isAnyHidden && this.#hidden === 0 && isHidden(repository))
      ) {
        image.finished = true;
      }
    }
    return this.#images.size > 0 && this.current === undefined;
  }
}
