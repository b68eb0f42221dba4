/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import path from 'node:path';
import { BuildRecord, locateSteps } from '@build-hygiene/engine';
import { ServiceDockerfiles } from '../database';
import { fromStoredSettings } from '../services';
import { dockerfileOf } from './dockerfileOf';
import { folderOf } from './folderOf';

/** The builds of a log by whose they are. */
export interface AssignedBuilds {
  /** By entity ref, in the order of the log. */
  records: Map<string, BuildRecord[]>;
  /** Builds of which nothing tells whose they are, or that are of none. */
  unassigned: number;
}

/** Instructions that a Dockerfile must have of a build, to be taken for its. */
const leastShare = 0.8;

/** Repository paths; undefined where none is known. */
function pathsOf(service: ServiceDockerfiles): string[] | undefined {
  const { location, dockerfiles } = fromStoredSettings(service.settings);
  const known = dockerfiles ?? service.matrix?.units.map(({ id }) => id) ?? [];
  const folder = folderOf(location);
  return known.length === 0
    ? undefined
    : known.map(file => path.posix.join(folder, file));
}

/** The share of a build's instructions that a Dockerfile of the service has. */
function shareOf(record: BuildRecord, service: ServiceDockerfiles): number {
  const located = service.matrix && locateSteps(service.matrix, record.steps);
  if (!located) {
    return 0;
  }
  const instructions = record.steps.filter(
    ({ internal, instruction = '' }) =>
      !internal && /^(?:ADD|COPY|RUN|WORKDIR)$/.test(instruction),
  );
  return Object.keys(located.lines).length / instructions.length;
}

/** The one that has most, if it is one. */
function likest(
  record: BuildRecord,
  services: readonly ServiceDockerfiles[],
): ServiceDockerfiles | undefined {
  const [best, second] = services
    .map(service => ({ service, share: shareOf(record, service) }))
    .sort((a, b) => b.share - a.share);
  return best.share >= leastShare && best.share > (second?.share ?? 0)
    ? best.service
    : undefined;
}

/** The services of a repository that a build is of. */
function ownersOf(
  record: BuildRecord,
  services: readonly ServiceDockerfiles[],
): ServiceDockerfiles[] {
  const file = dockerfileOf(record);
  if (file !== undefined) {
    return services.filter(service => {
      const paths = pathsOf(service);
      return paths ? paths.includes(file) : services.length === 1;
    });
  }
  const owner = services.length === 1 ? services[0] : likest(record, services);
  return owner ? [owner] : [];
}

/**
 * Finds whose builds these are. A service that is alone in its repository has
 * all builds but those that are told to be of another Dockerfile. Of several
 * services, those whose Dockerfile is built have the build, and where the path
 * is not told, the one whose Dockerfile has its instructions. Otherwise nobody
 * has it: a build at the wrong service is worse than none.
 */
export function assignBuilds(
  builds: readonly BuildRecord[],
  services: readonly ServiceDockerfiles[],
): AssignedBuilds {
  const records = new Map<string, BuildRecord[]>();
  let unassigned = 0;
  for (const record of builds) {
    const owners = ownersOf(record, services);
    unassigned += owners.length === 0 ? 1 : 0;
    for (const { entityRef } of owners) {
      records.set(entityRef, [...(records.get(entityRef) ?? []), record]);
    }
  }
  return { records, unassigned };
}
