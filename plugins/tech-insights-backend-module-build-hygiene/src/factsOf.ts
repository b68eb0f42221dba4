/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { FactSchema } from '@backstage-community/plugin-tech-insights-common';
import { TechInsightFact } from '@backstage-community/plugin-tech-insights-node';
import { parseEntityRef } from '@backstage/catalog-model';
import { ServiceSummary } from '@build-hygiene/plugin-build-hygiene-common';

/** What is known of each service. */
export const factSchema = {
  score: {
    type: 'integer',
    description: 'Build hygiene, 0 to 100',
  },
  grade: {
    type: 'string',
    description: 'The grade of the score: A, B, C, D or F',
  },
  gatePasses: {
    type: 'boolean',
    description: 'Whether no finding of a blocking rule is open',
  },
  openCritical: {
    type: 'integer',
    description: 'Open findings of critical severity',
  },
  openHigh: {
    type: 'integer',
    description: 'Open findings of high severity',
  },
  hitRate: {
    type: 'float',
    description:
      'Share of cached steps in its builds, 0 to 1; null with too few builds',
  },
  goVersions: {
    type: 'set',
    description:
      'Versions of the Go images that it is built with, else of its go.mod files',
  },
  baseImages: {
    type: 'set',
    description: 'Name and tag of the base images of its Dockerfiles',
  },
} as const satisfies FactSchema;

/** The facts of a service; undefined where it has no score. */
export function factsOf(service: ServiceSummary): TechInsightFact | undefined {
  const { entityRef, score, grade, gate, openFindings, hitRate } = service;
  if (score === undefined || grade === undefined) {
    return undefined;
  }
  const valuesOf = (aspect: string) =>
    (service.fleetFacts ?? [])
      .filter(fact => fact.aspect === aspect && fact.value !== 'unknown')
      .map(({ value }) => value);
  const images = valuesOf('go-image');
  const facts: Record<
    keyof typeof factSchema,
    TechInsightFact['facts'][string]
  > = {
    score,
    grade,
    gatePasses: gate === 'pass',
    openCritical: openFindings.critical,
    openHigh: openFindings.high,
    hitRate: hitRate.value ?? null,
    goVersions: images.length > 0 ? images : valuesOf('go-directive'),
    baseImages: valuesOf('base-image'),
  };
  return { entity: parseEntityRef(entityRef), facts };
}
