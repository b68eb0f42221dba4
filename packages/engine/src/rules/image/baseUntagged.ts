/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseImageReference } from '../../dockerfile/parseImageReference';
import { stageGraph } from '../../dockerfile/stageGraph';
import { findingAt } from '../evidence/createFinding';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
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
  examples: baseUntaggedExamples,
};

function evaluate({ unit }: UnitSubject): RuleOutcome {
  const { dockerfile, reachable, buildArguments, namedContexts } = unit;
  const needed = new Set(reachable);
  const findings: Finding[] = [];
  let images = 0;
  for (const { kind, stage, source } of stageGraph(dockerfile, {
    buildArguments,
    namedContexts,
  }).references) {
    if (kind !== 'base' || source.type !== 'image' || !needed.has(stage)) {
      continue;
    }
    images++;
    const reference =
      source.unknown.length === 0
        ? parseImageReference(source.image)
        : undefined;
    if (
      reference &&
      reference.digest === undefined &&
      (reference.tag === undefined || reference.tag === 'latest')
    ) {
      findings.push(
        findingAt(
          dockerfile,
          stage.from,
          reference.tag === undefined
            ? `The base image ${source.image} has no tag, so each pull may bring another version.`
            : `The base image ${source.image} is whatever is newest on the day of the build.`,
        ),
      );
    }
  }
  if (findings.length > 0) {
    return { state: 'fail', findings };
  }
  return images === 0
    ? {
        state: 'not-applicable',
        reason: 'No stage stands on an image from a registry.',
      }
    : { state: 'pass' };
}
