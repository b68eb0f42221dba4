/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { GoSum } from '../../gomod/types';
import { ModuleSubject } from '../types';
import { ownWorkspaces, workspaceSum } from './moduleWorkspaces';
import { workspaceModules } from './workspaceModules';

/** A go.sum or go.work.sum that a module answers for, with its text. */
export interface SumFile {
  sum: GoSum;
  path: string;
  source: string;
}

/**
 * The checksum files that a module answers for. A module that requires nothing
 * makes the go command read none.
 */
export function sumFiles(subject: ModuleSubject): SumFile[] {
  const { module, snapshot } = subject;
  const own =
    module.goSum && module.goMod.require.length > 0 ? [module.goSum] : [];
  const workspace = ownWorkspaces(subject)
    .filter(goWork =>
      workspaceModules(goWork, snapshot).some(
        ({ goMod }) => goMod && goMod.require.length > 0,
      ),
    )
    .flatMap(goWork => workspaceSum(goWork, snapshot) ?? []);
  return [...own, ...workspace].flatMap(sum => {
    const source = snapshot.files.get(sum.path);
    return source === undefined ? [] : [{ sum, path: sum.path, source }];
  });
}

/** The line `<<<<<<< HEAD` and the like that a merge leaves. */
export function isConflictMarker(text: string): boolean {
  return /^(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)/.test(text);
}

export const noSumReason =
  'There is no go.sum, or no requirement that makes the go command read it.';
