/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { BaseImageChange, editBaseImages } from '../../edits/editBaseImage';
import { FixProposal } from '../../edits/types';
import { BaseImage, baseImages } from '../evidence/baseImages';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { isBuiltHere, isHandedIn } from '../evidence/ownImages';
import { datedFacts } from '../facts/datedFacts';
import { newestTag } from '../facts/newestTag';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { baseUntaggedExamples } from './baseUntagged.examples';

export const baseUntagged: UnitRule = {
  id: 'image/base-untagged',
  category: 'image',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Base images have a version',
    fail: 'A base image has no version',
  },
  why: 'An image without tag, or with the tag `latest`, is another image tomorrow: the same commit builds something else, or stops building. The layer cache goes with it, since every new base rebuilds all that stands on it.',
  howToFix:
    'Name a version that you update on purpose, such as `golang:1.27` or `gcr.io/distroless/static-debian13:nonroot`; add the digest where builds must be exactly repeatable.',
  fix: 'auto',
  sources: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    'https://docs.docker.com/reference/dockerfile/#from',
  ],
  prevents: ['gomod.toolchain_version', 'registry.not_found'],
  evaluate,
  propose,
  examples: baseUntaggedExamples,
};

/**
 * `ARG BASE=placeholder`: a word that only says that the caller has to name the
 * image. A number is a stage for other builders than BuildKit.
 */
const placeholders =
  /^(?:\d+|place-?holder|changeme|change-me|todo|tbd|undefined|unset|none|null|invalid|missing|required|must-be-set|override-?me|not-?set|dummy)$/;

function isUntagged(reference: ImageReference | undefined): boolean {
  return (
    reference !== undefined &&
    !placeholders.test(reference.repository.replace(/^library\//, '')) &&
    reference.digest === undefined &&
    (reference.tag === undefined || reference.tag === 'latest')
  );
}

/** Those that a plain build pulls, and no other step of the repository makes or names. */
function pulledBases({ unit, snapshot }: UnitSubject): BaseImage[] {
  return baseImages(unit).filter(
    ({ stage, reference }) =>
      !(reference && isBuiltHere(reference, snapshot)) &&
      ![...stage.base.matchAll(/\$\{?([A-Za-z_]\w*)/g)].some(
        ([, name]) =>
          unit.buildArguments[name] === undefined && isHandedIn(name, snapshot),
      ),
  );
}

function evaluate(subject: UnitSubject): RuleOutcome {
  const { unit } = subject;
  const bases = pulledBases(subject);
  const untagged = bases.filter(({ reference }) => isUntagged(reference));
  if (untagged.length > 0) {
    return {
      state: 'fail',
      findings: untagged.map(({ stage, image, reference }) =>
        findingAt(
          unit.dockerfile,
          stage.from,
          reference?.tag === undefined
            ? `The base image ${image} has no tag, so each pull may bring another version.`
            : `The base image ${image} is whatever is newest on the day of the build.`,
        ),
      ),
    };
  }
  return bases.length === 0
    ? notApplicable('No stage stands on an image from a registry.')
    : { state: 'pass' };
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const { unit } = subject;
  const changes: BaseImageChange[] = [];
  for (const { stage, image, reference } of pulledBases(subject)) {
    if (!reference || !isUntagged(reference)) {
      continue;
    }
    const tag = newestTag(reference);
    if (tag === undefined) {
      return undefined;
    }
    const name = image.replace(/:latest$/, '');
    changes.push({ stage, from: image, to: `${name}:${tag}` });
  }
  const edits = changes.length > 0 && editBaseImages(unit, changes);
  return edits
    ? {
        title: 'Name the version of base images',
        safety: 'needs-review',
        review: `The versions are the newest ones known as of ${datedFacts.asOf}: check that they are those that the builds had so far.`,
        changes: [{ kind: 'edit', path: unit.dockerfile.path, edits }],
      }
    : undefined;
}
