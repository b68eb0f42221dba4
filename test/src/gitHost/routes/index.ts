/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Route } from '../types';
import { contentRoutes } from './contentRoutes';
import { gitDataRoutes } from './gitDataRoutes';
import { pullRoutes } from './pullRoutes';
import { repositoryRoutes } from './repositoryRoutes';

export { downloadKey } from './repositoryRoutes';

/** What is answered for a repository; the first that fits counts. */
export const routes: Route[] = [
  ...repositoryRoutes,
  ...contentRoutes,
  ...gitDataRoutes,
  ...pullRoutes,
];
