/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isLeftOut } from '../policy/applyPolicy';
import { Policy } from '../policy/types';
import { isExcludedPath, isGenerated } from '../snapshot/isExcludedPath';
import { baseName, folderOf, joinPath } from '../snapshot/repositoryPath';
import { BuildUnit } from '../units/types';

/**
 * Whether a Dockerfile is listed but not checked. One that the owner names is
 * checked wherever it stands.
 */
export function isExcludedUnit(
  unit: BuildUnit,
  options: { dockerfiles?: readonly string[]; policy?: Policy },
): boolean {
  return (
    options.dockerfiles === undefined &&
    (isExcludedPath(unit.id) ||
      isCopiedProject(unit) ||
      isGenerated(unit.dockerfile.source) ||
      isLeftOut(options.policy, unit.id))
  );
}

/**
 * Whether a Dockerfile came with what it lies in: a folder of Go that has a
 * licence of its own, and is a part of a module of the repository.
 */
function isCopiedProject({ id, context, dockerfile }: BuildUnit): boolean {
  const folder = folderOf(id);
  if (folder === '' || !/\bgo\.mod\b/.test(dockerfile.source)) {
    return false;
  }
  const beside = context.entries.flatMap(entry => {
    const path = joinPath(context.directory, entry.path);
    return folderOf(path) === folder ? baseName(path) : [];
  });
  return (
    beside.some(name => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(name)) &&
    beside.some(name => name.endsWith('.go')) &&
    !beside.includes('go.mod')
  );
}
