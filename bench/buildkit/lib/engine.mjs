/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { must } from './processes.mjs';

/** Where the engine, its images and the modules lie. */
export const engineDirectory =
  process.env.BUILD_HYGIENE_ENGINE ?? join(tmpdir(), 'build-hygiene-engine');

/** Points docker, and what docker starts, at the engine. */
export const engineEnvironment = {
  DOCKER_HOST: `unix://${engineDirectory}/docker.sock`,
  DOCKER_CONFIG: `${engineDirectory}/config`,
  PATH: `${engineDirectory}/engine/usr/bin:${process.env.PATH}`,
};

/** The folder in the layout of a module proxy that recordings build from. */
export const moduleFolder = join(engineDirectory, 'modules');

/** The Go command that prepares module changes outside of the builds. */
export const goRoot = join(engineDirectory, 'go-1.27/flat/usr/local/go');

/** Starts the engine unless it runs, and makes what is missing. */
export async function ensureEngine() {
  for (const [script, ...args] of [
    ['engine.sh', 'up', engineDirectory],
    ['modules.sh', engineDirectory],
  ]) {
    await must(fileURLToPath(new URL(`../${script}`, import.meta.url)), args);
  }
}

export function docker(...args) {
  return must('docker', args, { env: engineEnvironment });
}

/** What a runner that was started for one job finds: nothing. */
export function emptyBuilder() {
  return docker('buildx', 'prune', '--all', '--force');
}

/** `docker buildx 0.29.1`, as manifests name the builder. */
export async function builderName() {
  const [version] = (await docker('buildx', 'version')).match(/\d+(\.\d+)+/);
  return `docker buildx ${version}`;
}
