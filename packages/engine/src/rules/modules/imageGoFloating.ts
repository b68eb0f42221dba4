/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FixProposal } from '../../edits/types';
import { findingAt } from '../evidence/createFinding';
import {
  GoImage,
  goImages,
  proposeTags,
  TagChange,
} from '../evidence/goImages';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { supportedGoLines } from '../facts/goReleases';
import {
  floatingGoLine,
  golangTagLike,
  golangTagsDate,
  readGolangTag,
} from '../facts/golangTags';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { imageGoFloatingExamples } from './imageGoFloating.examples';

export const imageGoFloating: UnitRule = {
  id: 'modules/image-go-floating',
  category: 'modules',
  scope: 'unit',
  severity: 'low',
  title: {
    pass: 'The tag of the builder image names a Go line',
    fail: 'The builder image has whatever Go is newest',
  },
  why: 'The module names its Go, and the image takes the newest one of the day: each half year the compiler changes with no commit, and a machine with an old copy of the image builds with another Go than the pipeline.',
  howToFix:
    'Name the line in the tag, as in `golang:1.27-alpine`, and raise it together with go.mod.',
  fix: 'auto',
  sources: [
    'https://hub.docker.com/_/golang',
    'https://docs.docker.com/build/building/best-practices/#pin-base-image-versions',
    'https://go.dev/doc/toolchain#version',
  ],
  prevents: ['gomod.toolchain_version'],
  evaluate,
  propose,
  examples: imageGoFloatingExamples,
};

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const images = goImages(subject).filter(buildsVersionedModule);
  if (images.length === 0) {
    return notApplicable(
      'No stage on the official Go image is known to build a module that names a Go version.',
    );
  }
  return passUnless(
    images.filter(isFloating).map(image => {
      const { reference, stage, uses } = image;
      const { goMod, path } = uses[0].module;
      const wanted = goMod.go;
      const place = wanted ? `${path}:${wanted.line}` : path;
      return findingAt(
        subject.unit.dockerfile,
        stage.from,
        `golang${
          reference.tag === undefined ? '' : `:${reference.tag}`
        } certainly names no Go line, and ${place} asks for Go ${
          wanted?.version
        }${todayText(reference.tag)}.`,
      );
    }),
  );
}

function todayText(tag: string | undefined): string {
  const today = floatingGoLine(readGolangTag(tag)?.suffix ?? '');
  if (!today) {
    return '';
  }
  return today.isBuilt
    ? `: as of ${golangTagsDate} the image has Go ${today.line}, later it possibly has another one`
    : `: as of ${golangTagsDate} the image has Go ${today.line} and is not built any more`;
}

function newestLine(): string {
  return supportedGoLines[supportedGoLines.length - 1].line;
}

function buildsVersionedModule({ uses }: GoImage): boolean {
  return uses[0]?.module.goMod.go !== undefined;
}

function isFloating({ reference: { tag, digest } }: GoImage): boolean {
  const parts = readGolangTag(tag);
  return (
    digest === undefined && parts !== undefined && parts.version === undefined
  );
}

function propose(subject: UnitSubject): FixProposal | undefined {
  const changes: TagChange[] = [];
  for (const image of goImages(subject)) {
    if (!buildsVersionedModule(image) || !isFloating(image)) {
      continue;
    }
    const parts = readGolangTag(image.reference.tag);
    const tag = parts && golangTagLike(parts, newestLine());
    if (tag === undefined) {
      return undefined;
    }
    changes.push({ image, tag });
  }
  return proposeTags(subject, {
    title: `Name the line of Go that the builder image has: ${newestLine()}`,
    changes,
  });
}
