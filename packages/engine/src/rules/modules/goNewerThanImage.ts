/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { compareGoVersions } from '../../gomod/compareGoVersions';
import { Stage } from '../../dockerfile/types';
import { FixProposal } from '../../edits/types';
import { CheckReason } from '../../sentences';
import { findingAt } from '../evidence/createFinding';
import { stageChains } from '../evidence/finalImage';
import {
  goImages,
  isInTag,
  proposeTags,
  TagChange,
} from '../evidence/goImages';
import { moduleUses, ModuleUse } from '../evidence/moduleLayout';
import { notApplicable } from '../evidence/notApplicable';
import { noGoReason, usesGo } from '../evidence/usesGo';
import { isGolang } from '../facts/baseImages';
import { goReleasesDate, supportedGoLines } from '../facts/goReleases';
import { golangTagLike, readGolangTag } from '../facts/golangTags';
import { RuleOutcome, UnitRule, UnitSubject } from '../types';
import { goNewerThanImageExamples } from './goNewerThanImage.examples';
import { ImageGo, readImageGo } from './imageGo';

export const goNewerThanImage: UnitRule = {
  id: 'modules/go-newer-than-image',
  category: 'modules',
  scope: 'unit',
  severity: 'critical',
  title: {
    pass: 'The builder image has the Go that the module asks for',
    fail: 'The module asks for a newer Go than the builder image has',
  },
  why: 'The official Go images set GOTOOLCHAIN=local, so the go command refuses a module whose go line is newer than itself: the image cannot be built. It happens when a dependency update raises the go line and nobody touches the Dockerfile.',
  howToFix:
    'Raise the tag of the builder image to the Go version of go.mod, and let one change request update both. Build the image in the pull request, so that the difference shows there.',
  fix: 'auto',
  sources: [
    'https://go.dev/doc/toolchain#version',
    'https://github.com/docker-library/golang/issues/472',
    'https://go.dev/doc/devel/release',
  ],
  prevents: ['gomod.toolchain_version'],
  evaluate,
  propose,
  examples: goNewerThanImageExamples,
};

/** A go command that asks for more than its image has. */
interface Mismatch {
  use: ModuleUse;
  bottom: Stage;
  wanted: string;
  image: ImageGo;
  problem: Problem;
}

function evaluate(subject: UnitSubject): RuleOutcome {
  if (!usesGo(subject)) {
    return notApplicable(noGoReason);
  }
  const { mismatches, compared, reason } = compareUses(subject);
  if (mismatches.length > 0) {
    const { dockerfile } = subject.unit;
    return {
      state: 'fail',
      findings: mismatches.map(mismatch =>
        findingAt(dockerfile, mismatch.bottom.from, describe(mismatch)),
      ),
      // Most modules that ask for a newer Go compile with these all the same.
      severity: mismatches.every(({ problem }) => problem === 'tolerant')
        ? 'medium'
        : undefined,
    };
  }
  return compared > 0 ? { state: 'pass' } : notApplicable(reason);
}

/** Each image and module once. */
function compareUses(subject: UnitSubject): {
  mismatches: Mismatch[];
  compared: number;
  reason: CheckReason;
} {
  const mismatches = new Map<string, Mismatch>();
  const uses = moduleUses(subject);
  const chains = stageChains(subject.unit);
  let compared = 0;
  let reason: CheckReason =
    uses.length === 0
      ? 'No go command of the Dockerfile is known to work on a module of this repository.'
      : 'go.mod names no Go version.';
  for (const use of uses) {
    const chain = chains.get(use.stage);
    const bottom = chain?.stages[chain.stages.length - 1];
    const wanted = use.module.goMod.go?.version;
    if (!chain || !bottom || wanted === undefined) {
      continue;
    }
    if (chain.root.kind !== 'image' || !isGolang(chain.root.reference)) {
      reason = `${bottom.base} is not the official Go image, so its Go version is not known.`;
      continue;
    }
    const image = readImageGo(chain.root.reference);
    if (!image || chain.root.unknown.some(name => isInTag(bottom.base, name))) {
      reason = `The Go version of ${bottom.base} is not known.`;
      continue;
    }
    if (use.toolchain !== undefined && use.toolchain !== 'local') {
      reason = `GOTOOLCHAIN=${use.toolchain} lets Go fetch another toolchain during the build.`;
      continue;
    }
    compared++;
    const problem = compare(wanted, image);
    const key = `${bottom.index} ${use.module.path}`;
    if (problem && !mismatches.has(key)) {
      mismatches.set(key, { use, bottom, wanted, image, problem });
    }
  }
  return { mismatches: [...mismatches.values()], compared, reason };
}

/** The oldest line that is new enough and still gets fixes. */
function propose(subject: UnitSubject): FixProposal | undefined {
  const { mismatches } = compareUses(subject);
  const changes: TagChange[] = [];
  for (const image of goImages(subject)) {
    const wanted = mismatches
      .filter(({ bottom }) => bottom === image.stage)
      .map(mismatch => mismatch.wanted)
      .sort(compareGoVersions)
      .pop();
    if (wanted === undefined) {
      continue;
    }
    const line = supportedGoLines.find(
      ({ newest }) => compareGoVersions(newest, wanted) >= 0,
    )?.line;
    const parts = readGolangTag(image.reference.tag);
    const tag = line && parts && golangTagLike(parts, line);
    if (tag === undefined) {
      return undefined;
    }
    changes.push({ image, tag });
  }
  return proposeTags(subject, {
    title: 'Raise the builder image to the Go that go.mod asks for',
    changes,
  });
}

/**
 * - `certain`: every image of that tag is too old.
 * - `known`: the newest image that is known of a tag that still moves.
 * - `tolerant`: Go before 1.21 does not refuse, but may fail to compile.
 */
type Problem = 'certain' | 'known' | 'tolerant';

function compare(wanted: string, image: ImageGo): Problem | undefined {
  if (
    image.newest === undefined ||
    compareGoVersions(wanted, image.newest) <= 0
  ) {
    return undefined;
  }
  // Go 1.20 and older take any `1.N`, but cannot read `1.N.P`.
  // https://go.dev/doc/toolchain#version
  if (
    compareGoVersions(image.newest, '1.21') < 0 &&
    /^\d+\.\d+$/.test(wanted)
  ) {
    return 'tolerant';
  }
  return image.moving ? 'known' : 'certain';
}

function describe({
  use: { module, verb },
  wanted,
  image,
  problem,
}: Mismatch): string {
  const line = module.goMod.go?.line;
  const place = line === undefined ? module.path : `${module.path}:${line}`;
  switch (problem) {
    case 'certain':
      if (compareGoVersions(image.newest ?? '', '1.21') < 0) {
        return `${place} asks for Go ${wanted}, and golang:${image.tag} has ${image.newest} at most: \`go ${verb}\` certainly stops, as it cannot read a version of that form.`;
      }
      return `${place} asks for Go ${wanted}, and golang:${image.tag} has ${image.newest} at most: \`go ${verb}\` certainly stops with "requires go >= ${wanted}".`;
    case 'known':
      return `${place} asks for Go ${wanted}, and the newest golang:${image.tag} known on ${goReleasesDate} is ${image.newest}: \`go ${verb}\` possibly stops with "requires go >= ${wanted}".`;
    case 'tolerant':
      return `${place} asks for Go ${wanted}, and golang:${image.tag} has ${image.newest} at most: it does not refuse, but possibly cannot compile what newer code uses.`;
    default:
      return problem satisfies never;
  }
}
