/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildContext } from '../context/types';
import { Dockerfile, Stage } from '../dockerfile/types';
import { GoModule } from '../gomod/types';

/**
 * One Dockerfile with its build context, its target stage and the Go modules
 * that it builds.
 *
 * @public
 */
export interface BuildUnit {
  /** The Dockerfile's repository path; unique in a repository. */
  id: string;
  /** The parsed Dockerfile. */
  dockerfile: Dockerfile;
  /** The files that its build sees. */
  context: BuildContext;
  /** The stage that is built: by configuration, else the last one. */
  target?: Stage;
  /** The stages that the target needs, itself included, in file order. */
  reachable: Stage[];
  /** Modules whose files the reachable stages take from the context. */
  modules: GoModule[];
  /** Build arguments given from outside, by name. */
  buildArguments: Readonly<Record<string, string>>;
  /** Where the choice of context and target comes from. */
  origin: 'configuration' | 'ci' | 'convention';
}
