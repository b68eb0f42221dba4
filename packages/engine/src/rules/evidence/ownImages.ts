/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ImageReference } from '../../dockerfile/parseImageReference';
import { buildFileKind } from '../../snapshot/buildFileKind';
import { Snapshot } from '../../snapshot/types';
import { officialImages } from '../facts/officialImages';

/**
 * Whether an image is pulled from nowhere, as the repository or its user builds
 * it: `FROM app-base`, which no registry has, or `team/agent` beside a
 * `Dockerfile.agent`.
 */
export function isBuiltHere(
  { registry, familiarName }: ImageReference,
  { tree }: Snapshot,
): boolean {
  if (registry !== undefined) {
    return false;
  }
  const [name, ...folders] = familiarName.split('/').reverse();
  if (folders.length === 0) {
    return !officialImages.has(name);
  }
  const word = name.replace(/\./g, '\\.');
  const ownFile = new RegExp(
    `(?:^|/)(?:dockerfile[._-]${word}|${word}[._-]dockerfile)$`,
    'i',
  );
  return tree.some(({ path }) => ownFile.test(path));
}

/** Whether builds of the repository hand in a build argument, whatever its value. */
export function isHandedIn(name: string, { files }: Snapshot): boolean {
  const pattern = new RegExp(`--build-arg[ =]["']?${name}\\b`);
  // Makefiles and pipelines run the builds.
  return [...files].some(
    ([path, text]) =>
      /^(?:make|workflow)$/.test(buildFileKind(path) ?? '') &&
      pattern.test(text),
  );
}
