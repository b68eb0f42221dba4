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
 * Whether the repository builds an image itself, so that it is pulled from
 * nowhere: `docker build -t app-base` in a Makefile, or a `Dockerfile.agent`
 * for `team/agent`.
 */
export function isBuiltHere(
  { registry, familiarName }: ImageReference,
  snapshot: Snapshot,
): boolean {
  const [name, ...folders] = familiarName.split('/').reverse();
  const word = name.replace(/\./g, '\\.');
  if (registry !== undefined || officialImages.has(familiarName)) {
    return false;
  }
  if (folders.length > 0) {
    const ownFile = new RegExp(
      `(?:^|/)(?:dockerfile[._-]${word}|${word}[._-]dockerfile)$`,
      'i',
    );
    return snapshot.tree.some(({ path }) => ownFile.test(path));
  }
  return commandsHave(
    snapshot,
    new RegExp(
      `(?:\\s(?:-t|--tag)[ =]["']?|IMAGE\\w*\\s*[:?]?=\\s*)${word}(?=[:\\s"']|$)`,
      'm',
    ),
  );
}

/** Whether builds of the repository hand in a build argument, whatever its value. */
export function isHandedIn(name: string, snapshot: Snapshot): boolean {
  return commandsHave(snapshot, new RegExp(`--build-arg[ =]["']?${name}\\b`));
}

/** What Makefiles and pipelines run. */
function commandsHave({ files }: Snapshot, pattern: RegExp): boolean {
  return [...files].some(
    ([path, text]) =>
      /^(?:make|workflow)$/.test(buildFileKind(path) ?? '') &&
      pattern.test(text),
  );
}
