/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import path from 'node:path';
import { BuildRecord } from '@build-hygiene/engine';

const definition = /^\[(?:\S+ )?internal\] load build definition from (\S.*)$/;

/** Undefined for what is no path in a repository. */
function inRepository(file: string): string | undefined {
  const normal = path.posix.normalize(file.replaceAll('\\', '/'));
  return /^(?:\/|\.\.(?:\/|$)|[a-z]+:)/i.test(normal) ? undefined : normal;
}

/**
 * The repository path of the Dockerfile that a build was made of. Undefined
 * where the record does not tell: builds of local folders name the file alone,
 * unless the builder knew the repository around it.
 */
export function dockerfileOf(record: BuildRecord): string | undefined {
  const { description, failure, steps } = record;
  if (description?.dockerfile !== undefined && description.repository) {
    return inRepository(description.dockerfile);
  }
  const told = [
    description?.dockerfile,
    ...steps.map(({ name }) => definition.exec(name)?.[1]),
    failure?.location?.path,
  ];
  for (const file of told) {
    const found = file?.includes('/') ? inRepository(file) : undefined;
    if (found?.includes('/')) {
      return found;
    }
  }
  return undefined;
}
