/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ModuleFacts } from '../../gomod/moduleFacts';
import { RequireStatement } from '../../gomod/types';
import { ModuleSubject } from '../types';
import { replacementOf } from './replacementOf';
import { workspacePaths } from './workspaceModules';

/** A requirement with what the module proxy says of it. */
export interface KnownRequirement {
  statement: RequireStatement;
  facts: ModuleFacts;
}

/**
 * The requirements that the go command takes as they are: those that neither a
 * replacement nor the workspace stands in for.
 */
function fetchedRequirements({
  module,
  snapshot,
}: Pick<ModuleSubject, 'module' | 'snapshot'>): RequireStatement[] {
  const { goMod, workspace } = module;
  const siblings = new Set(
    workspace ? workspacePaths(workspace, snapshot) : [],
  );
  return goMod.require.filter(
    statement =>
      !siblings.has(statement.modulePath) &&
      !replacementOf(goMod, statement) &&
      !(workspace && replacementOf(workspace, statement)),
  );
}

/** Those of them that the module proxy was asked for. */
export function knownRequirements(subject: ModuleSubject): KnownRequirement[] {
  return fetchedRequirements(subject).flatMap(statement => {
    const facts = subject.facts?.get(statement.modulePath);
    return facts ? [{ statement, facts }] : [];
  });
}
