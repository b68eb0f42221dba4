/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ImageReference,
  parseImageReference,
} from '../../dockerfile/parseImageReference';
import { Stage } from '../../dockerfile/types';
import { BuildUnit } from '../../units/types';
import { unitGraph } from '../../units/unitGraph';
import { once } from './once';

/** A stage that is built and stands on an image from a registry. */
export interface BaseImage {
  stage: Stage;
  /** The image, variables filled in. */
  image: string;
  /** Undefined for a name that is not known whole, or that is none. */
  reference?: ImageReference;
}

/** The images that the stages of a unit stand on, in file order. */
export const baseImages = once((unit: BuildUnit): readonly BaseImage[] => {
  const needed = new Set(unit.reachable);
  return unitGraph(unit).references.flatMap(({ kind, stage, source }) =>
    kind === 'base' && source.type === 'image' && needed.has(stage)
      ? [
          {
            stage,
            image: source.image,
            reference:
              source.unknown.length === 0
                ? parseImageReference(source.image)
                : undefined,
          },
        ]
      : [],
  );
});
