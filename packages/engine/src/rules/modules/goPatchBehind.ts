/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixProposal } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import { fetchesToolchain } from '../evidence/fetchesToolchain';
import {
  GoImage,
  goImages,
  noGoImageReason,
  proposeTags,
  TagChange,
} from '../evidence/goImages';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import {
  goLineOf,
  goReleasesDate,
  securityFixAfter,
} from '../facts/goReleases';
import { golangTagLike, readGolangTag } from '../facts/golangTags';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { goPatchBehindExamples } from './goPatchBehind.examples';
import { readImageGo } from './imageGo';

export const goPatchBehind: UnitRule = {
  id: 'modules/go-patch-behind',
  category: 'modules',
  scope: 'unit',
  severity: 'medium',
  title: {
    pass: 'The builder image lacks no security fix of its Go line that is known',
    fail: 'The builder image lacks security fixes of its Go line',
  },
  why: 'Patch releases of Go mend holes in the standard library, which is part of each program, and in the go command, which runs while the image is built. An image that is pinned to an older patch does not get them.',
  howToFix:
    'Raise the tag to the newest patch of the line, and let a bot keep it there; or name only the line, as in `golang:1.27-alpine`, and build with `--pull` from time to time.',
  fix: 'auto',
  sources: [
    'https://go.dev/doc/devel/release',
    'https://go.dev/doc/security/policy',
    'https://hub.docker.com/_/golang',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: goPatchBehindExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const images = goImages(subject).filter(({ reference }) =>
    readImageGo(reference),
  );
  if (images.length === 0) {
    return notApplicable(noGoImageReason);
  }
  return passUnless(
    images.flatMap(image => {
      const message = describe(image);
      return message === undefined
        ? []
        : [findingAt(subject.unit.dockerfile, image.stage.from, message)];
    }),
  );
}

function describe({ reference, uses }: GoImage): string | undefined {
  const image = readImageGo(reference);
  const parts = readGolangTag(reference.tag);
  if (!image || image.newest === undefined || image.moving || !parts) {
    return undefined;
  }
  const { tag, newest: version } = image;
  const fix = securityFixAfter(version);
  if (
    fix === undefined ||
    (uses.length > 0 &&
      uses.every(use => fetchesToolchain(use, version) === 'certain'))
  ) {
    return undefined;
  }
  const newer = `Go ${fix} has security fixes that it certainly lacks (as of ${goReleasesDate}).`;
  return parts.pinned
    ? `golang:${tag} has Go ${version}: ${newer}`
    : `golang:${tag} is not built any more and has Go ${version}: ${newer}`;
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes: TagChange[] = [];
  for (const image of goImages(subject)) {
    if (describe(image) === undefined) {
      continue;
    }
    const parts = readGolangTag(image.reference.tag);
    const line = goLineOf(parts?.version ?? '')?.line;
    const tag = parts && line && golangTagLike(parts, line);
    if (!tag) {
      return undefined;
    }
    changes.push({ image, tag });
  }
  return proposeTags(subject, {
    title: 'Raise the builder image to the newest patch of its Go line',
    changes,
  });
}
