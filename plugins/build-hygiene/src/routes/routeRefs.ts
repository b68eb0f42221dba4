/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/core-plugin-api';

// References of core-plugin-api serve both frontend systems.

export const rootRouteRef = createRouteRef({ id: 'build-hygiene' });

/** A page of the scaffolder, where there is one. */
export const fixTemplateRouteRef = createExternalRouteRef({
  id: 'fix-template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

export const entityContentRouteRef = createRouteRef({
  id: 'build-hygiene:entity-content',
});
