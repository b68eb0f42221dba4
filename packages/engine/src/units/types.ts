/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildContext } from '../context/types';
import { Dockerfile, Stage } from '../dockerfile/types';
import { GoModule } from '../gomod/types';

/**
 * A named build context: what `FROM name`, `COPY --from=name` and
 * `RUN --mount=from=name` read in the place of a stage or an image.
 *
 * - `folder`: a folder of the repository, without what its own `.dockerignore`
 *   drops; that of the Dockerfile is not for it;
 * - `image`: an image from a registry;
 * - `target`: what another target of the bake file, or another service of the
 *   compose file, builds;
 * - `remote`: a git repository or an archive from elsewhere;
 * - `unknown`: anything else, with the reason in words.
 *
 * @public
 */
export type NamedBuildContext = {
  /** As the builder looks it up: without `docker.io/library/` and `:latest`. */
  name: string;
} & (
  | { kind: 'folder'; context: BuildContext }
  | { kind: 'image'; image: string }
  | { kind: 'target'; target: string }
  | { kind: 'remote'; address: string }
  | { kind: 'unknown'; reason: string }
);

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
  /** Modules whose files the reachable stages take from a context. */
  modules: GoModule[];
  /** Build arguments given from outside, by name. */
  buildArguments: Readonly<Record<string, string>>;
  /**
   * Names of build arguments that are given a value from outside that is not
   * known, but the same for all commits to a branch, such as its name.
   */
  branchArguments: readonly string[];
  /** Named contexts that the build is given, each name once. */
  namedContexts: readonly NamedBuildContext[];
  /** Where the choice of context and target comes from. */
  origin: 'configuration' | 'ci' | 'convention';
}
