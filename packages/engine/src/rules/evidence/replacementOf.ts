/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoMod, GoWork, ReplaceStatement } from '../../gomod/types';

/**
 * What the go command takes in the place of a module version: a replacement of
 * that version wins over one of all versions.
 * https://go.dev/ref/mod#go-mod-file-replace
 */
export function replacementOf(
  { replace }: Pick<GoMod | GoWork, 'replace'>,
  { modulePath, version }: { modulePath: string; version?: string },
): ReplaceStatement | undefined {
  const candidates = replace.filter(({ oldPath }) => oldPath === modulePath);
  return (
    findLast(candidates, ({ oldVersion }) => oldVersion === version) ??
    findLast(candidates, ({ oldVersion }) => oldVersion === undefined)
  );
}

/**
 * The same in the workspace of a module, whose replacements win over those of
 * its modules. https://go.dev/ref/mod#workspaces
 */
export function replacementIn(
  { goMod, workspace }: { goMod: GoMod; workspace?: GoWork },
  wanted: { modulePath: string; version?: string },
): ReplaceStatement | undefined {
  return (
    (workspace && replacementOf(workspace, wanted)) ??
    replacementOf(goMod, wanted)
  );
}

function findLast<T>(
  list: readonly T[],
  matches: (item: T) => boolean,
): T | undefined {
  return [...list].reverse().find(matches);
}
