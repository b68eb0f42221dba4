/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
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
import { hasPassed } from '../facts/datedFacts';
import {
  goLineOf,
  goReleases,
  goReleasesDate,
  supportedGoLines,
} from '../facts/goReleases';
import { golangTagLike, readGolangTag } from '../facts/golangTags';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { goEndOfLifeExamples } from './goEndOfLife.examples';
import { readImageGo } from './imageGo';

export const goEndOfLife: UnitRule = {
  id: 'modules/go-end-of-life',
  category: 'modules',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'The builder image has a Go that is supported',
    fail: 'The builder image has a Go that gets no fixes any more',
  },
  why: 'A Go line is supported until there are two newer ones. What is found in its compiler and standard library later stays in each program that is built with it, whatever the program itself does.',
  howToFix:
    'Raise the tag of the builder image to a line that is supported. The `go` line of go.mod may stay: it is the oldest Go that the module works with, not the one that builds it.',
  fix: 'auto',
  sources: [
    'https://go.dev/doc/devel/release#policy',
    'https://endoflife.date/go',
    'https://go.dev/doc/go1compat',
  ],
  prevents: [],
  evaluate,
  propose,
  examples: goEndOfLifeExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const images = goImages(subject).filter(
    ({ reference }) => readGolangTag(reference.tag)?.version !== undefined,
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
  const version = readGolangTag(reference.tag)?.version;
  if (version === undefined) {
    return undefined;
  }
  const newest = readImageGo(reference)?.newest ?? version;
  if (
    uses.length > 0 &&
    uses.every(use => fetchesToolchain(use, newest) === 'certain')
  ) {
    // The image's own Go builds nothing.
    return undefined;
  }
  const line = goLineOf(version);
  if (!line) {
    return compareGoVersions(version, goReleases[0].line) < 0
      ? `golang:${
          reference.tag
        } has Go ${version}, which is certainly out of support: as of ${goReleasesDate}, ${supportedText()} get fixes.`
      : undefined;
  }
  const { endOfSupport } = line;
  return endOfSupport !== undefined && hasPassed(endOfSupport)
    ? `golang:${reference.tag} has Go ${
        line.line
      }, which is certainly out of support since ${endOfSupport}: as of ${goReleasesDate}, ${supportedText()} get fixes.`
    : undefined;
}

function supportedText(): string {
  return supportedGoLines.map(({ line }) => `Go ${line}`).join(' and ');
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const newest = supportedGoLines[supportedGoLines.length - 1].line;
  const changes: TagChange[] = [];
  for (const image of goImages(subject)) {
    if (describe(image) === undefined) {
      continue;
    }
    const parts = readGolangTag(image.reference.tag);
    const tag = parts && golangTagLike(parts, newest);
    if (tag === undefined || mayBuildInGopath(image)) {
      return undefined;
    }
    changes.push({ image, tag });
  }
  return proposeTags(subject, {
    title: `Raise the builder image to Go ${newest}`,
    changes,
  });
}

/**
 * Whether an image may build packages without a go.mod, as the Go before 1.16
 * does and a newer one does not. https://go.dev/doc/go1.16#modules
 */
function mayBuildInGopath({ reference, uses }: GoImage): boolean {
  const version = readGolangTag(reference.tag)?.version;
  return (
    uses.length === 0 &&
    version !== undefined &&
    compareGoVersions(version, '1.16') < 0
  );
}
