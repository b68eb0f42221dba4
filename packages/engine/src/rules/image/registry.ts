/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  ImageReference,
  parseImageReference,
} from '../../dockerfile/parseImageReference';
import { unitGraph } from '../../units/unitGraph';
import { findingAt } from '../evidence/createFinding';
import { notApplicable } from '../evidence/notApplicable';
import { passUnless } from '../evidence/passUnless';
import { Finding, RuleOutcome, UnitRule, UnitSubject } from '../types';
import { registryExamples } from './registry.examples';

/** Which registries are right only a policy can tell. */
export const registry: UnitRule = {
  id: 'image/registry',
  category: 'image',
  scope: 'unit',
  severity: 'high',
  title: {
    pass: 'Images come from registries that the policy allows',
    fail: 'An image comes from a registry that the policy does not allow',
  },
  why: 'An organisation that names its registries knows what is in the images there, scans them and keeps them at hand. An image from elsewhere passes all of that by, and stops every build when its registry limits downloads or is down.',
  howToFix:
    'Take the image from a registry that the policy names, where there is a mirror of it: `FROM registry.example.com/library/golang:1.27` instead of `FROM golang:1.27`. Where there is none, have it mirrored, or add its registry to `registries` of the policy.',
  fix: 'guided',
  sources: [
    'https://csrc.nist.gov/pubs/sp/800/190/final',
    'https://docs.docker.com/docker-hub/usage/pulls/',
    'https://docs.docker.com/docker-hub/image-library/mirror/',
  ],
  prevents: [],
  evaluate,
  examples: registryExamples,
};

function evaluate({ unit, policy }: UnitSubject): RuleOutcome {
  const allowed = policy?.registries ?? [];
  if (allowed.length === 0) {
    return notApplicable(
      'No policy names the registries that images may come from.',
    );
  }
  const { dockerfile, reachable } = unit;
  const needed = new Set(reachable);
  const findings: Finding[] = [];
  let images = 0;
  for (const { stage, instruction, source } of unitGraph(unit).references) {
    const reference =
      source.type === 'image' && source.unknown.length === 0
        ? parseImageReference(source.image)
        : undefined;
    if (!reference || !needed.has(stage)) {
      continue;
    }
    images++;
    const place = placeOf(reference);
    if (!allowed.some(entry => isWithin(place, entry))) {
      findings.push(
        findingAt(
          dockerfile,
          instruction,
          `${reference.familiarName} comes from ${
            place.split('/')[0]
          }, and the policy allows ${listOf(allowed)}.`,
        ),
      );
    }
  }
  return images === 0
    ? notApplicable('No image that is used has a name that is known.')
    : passUnless(findings);
}

/** Registry and repository: `docker.io/library/golang`. */
function placeOf({ registry: host, repository }: ImageReference): string {
  const onHub = host === undefined || host === 'index.docker.io';
  return `${onHub ? 'docker.io' : host.toLowerCase()}/${repository}`;
}

function isWithin(place: string, entry: string): boolean {
  const prefix = entry.toLowerCase();
  return place === prefix || place.startsWith(`${prefix}/`);
}

function listOf(allowed: readonly string[]): string {
  const [first, ...others] = allowed;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
