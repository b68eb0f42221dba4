/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { RepositorySource } from './RepositorySource';

/**
 * Takes further ways to read repositories.
 *
 * @public
 */
export interface BuildHygieneSourcesExtensionPoint {
  /** Added sources are asked before the built-in ones, in their order. */
  addRepositorySource(...sources: RepositorySource[]): void;
}

/**
 * Lets backend modules read repositories in ways of their own.
 *
 * @public
 */
export const buildHygieneSourcesExtensionPoint =
  createExtensionPoint<BuildHygieneSourcesExtensionPoint>({
    id: 'build-hygiene.sources',
  });
