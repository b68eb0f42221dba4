/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { AnalysisOptions } from '@build-hygiene/engine';
import {
  LocalSnapshot,
  readLocalSnapshot,
} from '@build-hygiene/local-snapshot';

/** What of a workspace is looked at, as the catalog's annotations say it. */
export interface ServiceFiles {
  path?: string;
  dockerfiles?: string[];
  context?: string;
  target?: string;
}

/** A folder of the workspace that was read, and how to scan it. */
export interface ReadService {
  folder: string;
  snapshot: LocalSnapshot;
  options: AnalysisOptions;
}

/**
 * Reads the files of a service from the workspace.
 *
 * @throws InputError when the folder cannot be read or has no such Dockerfile
 */
export async function readService(
  { workspacePath, signal }: { workspacePath: string; signal?: AbortSignal },
  { path = '.', dockerfiles, context, target }: ServiceFiles,
): Promise<ReadService> {
  const folder = resolveSafeChildPath(workspacePath, path);
  let snapshot: LocalSnapshot;
  try {
    snapshot = await readLocalSnapshot(folder, {
      ...(dockerfiles && { alsoRead: dockerfiles }),
      ...(signal && { signal }),
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw new InputError(`The folder ${path} cannot be read`, error);
  }
  for (const dockerfile of dockerfiles ?? []) {
    if (!snapshot.files.has(dockerfile)) {
      throw new InputError(`There is no Dockerfile ${dockerfile} in ${path}`);
    }
  }
  return {
    folder,
    snapshot,
    options: {
      ...(dockerfiles && { dockerfiles }),
      ...(context !== undefined && { context }),
      ...(target !== undefined && { target }),
      today: new Date().toISOString().slice(0, 10),
    },
  };
}
