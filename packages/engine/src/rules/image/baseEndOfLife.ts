/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { Stage } from '../../dockerfile/types';
import { BaseImageChange, editBaseImages } from '../../edits/editBaseImage';
import { FixProposal } from '../../edits/types';
import { BuildUnit } from '../../units/types';
import { baseImages } from '../evidence/baseImages';
import { findingAt } from '../evidence/createFinding';
import { finalChain } from '../evidence/finalImage';
import { notApplicable } from '../evidence/notApplicable';
import { BaseSupport, baseSupport } from '../facts/baseSupport';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { baseEndOfLifeExamples } from './baseEndOfLife.examples';

export const baseEndOfLife: UnitRule = {
  id: 'image/base-end-of-life',
  category: 'image',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Base images stand on releases that get fixes',
    fail: 'A base image stands on a release that gets no fixes any more',
  },
  why: 'Holes that are found in its libraries stay open, and no rebuild closes them. Sooner or later its packages leave the mirrors, and the image cannot be built any more.',
  howToFix:
    'Move to a release that is supported, such as `alpine:3.24`, `debian:trixie-slim` or `gcr.io/distroless/static-debian13:nonroot`, and look through the packages that the Dockerfile installs.',
  fix: 'auto',
  sources: [
    'https://alpinelinux.org/releases/',
    'https://wiki.debian.org/LTS',
    'https://ubuntu.com/about/release-cycle',
    'https://www.centos.org/centos-linux-eol/',
    'https://github.com/GoogleContainerTools/distroless/blob/main/SUPPORT_POLICY.md',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: baseEndOfLifeExamples,
};

/** A stage on an image whose release is known. */
interface KnownBase {
  stage: Stage;
  image: string;
  reference: ImageReference;
  support: BaseSupport;
}

function knownBases(unit: BuildUnit): KnownBase[] {
  return baseImages(unit).flatMap(({ stage, image, reference }) => {
    const support = reference && baseSupport(reference);
    return support ? [{ stage, image, reference, support }] : [];
  });
}

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const bases = knownBases(unit);
  if (bases.length === 0) {
    return notApplicable(
      'No stage stands on an image whose release and support are known.',
    );
  }
  const ended = bases.filter(({ support }) => support.ended);
  if (ended.length === 0) {
    return { state: 'pass' };
  }
  const final = new Set(finalChain(unit)?.stages);
  return {
    state: 'fail',
    // What only builds is not in the image that runs.
    severity: ended.some(({ stage }) => final.has(stage))
      ? undefined
      : 'medium',
    findings: ended.map(({ stage, image, support }) =>
      findingAt(unit.dockerfile, stage.from, describe(image, support)),
    ),
  };
}

function describe(
  image: string,
  { name, endOfSupport, asOf, replacement }: BaseSupport,
): string {
  const advice = replacement
    ? ` ${replacement.repository.replace(/^(?:.+\/)?library\//, '')}${
        replacement.tag === undefined ? '' : `:${replacement.tag}`
      } is supported.`
    : '';
  if (endOfSupport === undefined) {
    return `${image} is ${name}, which is certainly not updated any more (as of ${asOf}).${advice}`;
  }
  // What was still to come when it was read may have been put off.
  return endOfSupport <= asOf
    ? `${image} is ${name}, whose support certainly ended on ${endOfSupport} (as of ${asOf}).${advice}`
    : `${image} is ${name}, whose support was announced, as of ${asOf}, to end on ${endOfSupport}: it possibly gets no fixes any more.${advice}`;
}

function propose({ unit }: UnitSubject): FixProposal | undefined {
  const changes: BaseImageChange[] = [];
  for (const { stage, image, reference, support } of knownBases(unit)) {
    if (!support.ended) {
      continue;
    }
    const { replacement } = support;
    // A digest belongs to the image that it was taken of.
    if (!replacement || reference.digest !== undefined) {
      return undefined;
    }
    const tag = replacement.tag === undefined ? '' : `:${replacement.tag}`;
    changes.push({
      stage,
      from: image,
      to: `${withRepository(image, reference, replacement.repository)}${tag}`,
    });
  }
  const edits = changes.length > 0 && editBaseImages(unit, changes);
  return edits
    ? {
        title: 'Move base images to releases that are supported',
        safety: 'needs-review',
        review:
          'The packages of the new release are other versions, and some have other names: build the image and run its tests.',
        changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
      }
    : undefined;
}

/** The image as it is written, with another repository and without tag. */
function withRepository(
  image: string,
  { repository, tag }: ImageReference,
  replacement: string,
): string {
  const name = tag === undefined ? image : image.slice(0, -`:${tag}`.length);
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  return `${name.slice(0, -last(repository).length)}${last(replacement)}`;
}
