/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { baseImages } from '../evidence/baseImages';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { baseNotDigestExamples } from './baseNotDigest.examples';

export const baseNotDigest: UnitRule = {
  id: 'image/base-not-digest',
  category: 'image',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'Base images are pinned by digest',
    fail: 'A base image is not pinned by digest',
  },
  why: 'A tag is moved to a new image with every rebuild of it, so the same commit builds something else next week, and whoever takes over the registry account decides what. A digest names one image for good.',
  howToFix:
    'Add the digest behind the tag, `FROM golang:1.27.4@sha256:…`: `docker buildx imagetools inspect golang:1.27.4` tells it. Let Renovate or Dependabot move tag and digest together, or fixes of the base image never arrive.',
  fix: 'guided',
  sources: [
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    'https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies',
    'https://docs.renovatebot.com/docker/#digest-pinning',
  ],
  prevents: [],
  evaluate,
  examples: baseNotDigestExamples,
};

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const known = baseImages(unit).filter(({ reference }) => reference);
  return known.length === 0
    ? notApplicable('No stage stands on an image whose name is known.')
    : passUnless(
        known
          .filter(({ reference }) => reference?.digest === undefined)
          .map(({ stage, image }) =>
            findingAt(
              unit.dockerfile,
              stage.from,
              `What ${image} names can change from one build to the next.`,
            ),
          ),
      );
}
