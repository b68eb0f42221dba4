/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { resolveBase } from '../../dockerfile/resolveBase';
import { Stage } from '../../dockerfile/types';
import { editBaseImages } from '../../edits/editBaseImage';
import { FixProposal } from '../../edits/types';
import { isGolang } from '../facts/baseImages';
import { golangTagsDate } from '../facts/golangTags';
import { UnitSubject } from '../types';
import { stageChains } from './finalImage';
import { moduleUses, ModuleUse } from './moduleLayout';

/** A stage that stands on the official Go image. */
export interface GoImage {
  stage: Stage;
  /** The image, variables filled in. */
  image: string;
  reference: ImageReference;
  /** The go commands that run in it, and in the stages on it. */
  uses: ModuleUse[];
}

/** Why a rule on Go images has nothing to say. */
export const noGoImageReason =
  'No stage stands on the official Go image with a version that is known.';

/**
 * The official Go images that a unit builds on, in file order. Those whose tag
 * depends on something not known are left out.
 */
export function goImages(subject: UnitSubject): GoImage[] {
  const { unit } = subject;
  const { dockerfile, buildArguments, namedContexts } = unit;
  const chains = stageChains(unit);
  const images = new Map<Stage, GoImage>();
  for (const stage of unit.reachable) {
    const chain = chains.get(stage);
    const bottom = chain?.stages[chain.stages.length - 1];
    if (
      !bottom ||
      images.has(bottom) ||
      chain.root.kind !== 'image' ||
      !isGolang(chain.root.reference) ||
      chain.root.unknown.some(name => isInTag(bottom.base, name))
    ) {
      continue;
    }
    const source = resolveBase(dockerfile, bottom, {
      buildArguments,
      namedContexts,
    });
    if (source.type === 'image') {
      const { reference } = chain.root;
      images.set(bottom, {
        stage: bottom,
        image: source.image,
        reference,
        uses: [],
      });
    }
  }
  for (const use of images.size > 0 ? moduleUses(subject) : []) {
    const stages = chains.get(use.stage)?.stages ?? [];
    images.get(stages[stages.length - 1])?.uses.push(use);
  }
  return [...images.values()].sort(
    (left, right) => left.stage.index - right.stage.index,
  );
}

/** Whether a variable stands behind the image's name, where the tag is. */
export function isInTag(base: string, name: string): boolean {
  return base.slice(base.lastIndexOf('/') + 1).includes(name);
}

/** A tag that is to come in the place of an image's own. */
export interface TagChange {
  image: GoImage;
  tag: string;
}

/**
 * Changes the tags of Go images. A digest belongs to its tag, so an image with
 * one is left to people.
 */
export function proposeTags(
  { unit }: UnitSubject,
  { title, changes }: { title: string; changes: readonly TagChange[] },
): FixProposal | undefined {
  if (
    changes.length === 0 ||
    changes.some(({ image }) => image.reference.digest !== undefined)
  ) {
    return undefined;
  }
  const edits = editBaseImages(
    unit,
    changes.map(({ image: { stage, image, reference }, tag }) => {
      const name =
        reference.tag === undefined
          ? image
          : image.slice(0, image.length - reference.tag.length - 1);
      return { stage, from: image, to: `${name}:${tag}` };
    }),
  );
  const tags = [...new Set(changes.map(({ tag }) => `golang:${tag}`))];
  return (
    edits && {
      title,
      safety: 'needs-review',
      review: `Another compiler, and often another distribution below it, builds the image: run the tests on ${tags.join(
        ' and ',
      )}, whose variants were looked up on ${golangTagsDate}.`,
      changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
    }
  );
}
