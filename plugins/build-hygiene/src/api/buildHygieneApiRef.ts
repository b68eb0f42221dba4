/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ApiRef, createApiRef } from '@backstage/core-plugin-api';
import { BuildHygieneApi } from '@build-hygiene/plugin-build-hygiene-common';

/**
 * The client of the Build Hygiene backend. The id carries the plugin's name,
 * which is how the new frontend system knows its owner.
 *
 * @public
 */
export const buildHygieneApiRef: ApiRef<BuildHygieneApi> =
  createApiRef<BuildHygieneApi>({ id: 'plugin.build-hygiene.client' });
