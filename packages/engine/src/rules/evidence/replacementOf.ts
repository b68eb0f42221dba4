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

function findLast<T>(
  list: readonly T[],
  matches: (item: T) => boolean,
): T | undefined {
  return [...list].reverse().find(matches);
}
