/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { Stage } from '../../dockerfile/types';
import { editBaseImages } from '../../edits/editBaseImage';
import { FileChange, FixProposal, TextEdit } from '../../edits/types';
import { compareGoVersions } from '../../gomod/compareGoVersions';
import { isGolang } from '../facts/baseImages';
import { goLineOf } from '../facts/goReleases';
import { golangTagsDate, readGolangTag } from '../facts/golangTags';
import { resolveBases } from '../../units/resolveBases';
import { UnitSubject } from '../types';
import { stageChains } from './finalImage';
import { pinText, readGoPins } from './goPins';
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
  const chains = stageChains(unit);
  const { bases } = resolveBases(unit);
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
    const source = bases.get(bottom);
    if (source?.type === 'image') {
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
 * Changes the tags of Go images, and with them the pins of pipelines and tool
 * files that are older and would disagree from then on. A digest belongs to its tag, so an image with
 * one is left to people.
 */
export function proposeTags(
  subject: UnitSubject,
  { title, changes }: { title: string; changes: readonly TagChange[] },
): FixProposal | undefined {
  const { unit } = subject;
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
      changes: [
        { kind: 'edit', path: unit.dockerfile.path, edits },
        ...pinChanges(subject, changes),
      ],
    }
  );
}

/**
 * What keeps pins in step with a new line. Only where the repository has one
 * module is it sure that they mean the Go of this image.
 */
function pinChanges(
  { snapshot, modules }: UnitSubject,
  changes: readonly TagChange[],
): FileChange[] {
  const [tag] = changes.filter(({ image }) => image.uses.length > 0);
  const version = readGolangTag(tag?.tag)?.version;
  const goLine = version && goLineOf(version);
  if (!goLine || modules.length !== 1) {
    return [];
  }
  const wanted = {
    goLine: goLine.line,
    version: version === goLine.line ? goLine.newest : version,
  };
  const edits = new Map<string, TextEdit[]>();
  for (const pin of readGoPins(snapshot).pins) {
    if (pin.span && compareGoVersions(pin.goLine, wanted.goLine) < 0) {
      const edit = { span: pin.span, text: pinText(pin, wanted) };
      edits.set(pin.path, [...(edits.get(pin.path) ?? []), edit]);
    }
  }
  return [...edits].map(([path, list]) => ({
    kind: 'edit',
    path,
    edits: list,
  }));
}
