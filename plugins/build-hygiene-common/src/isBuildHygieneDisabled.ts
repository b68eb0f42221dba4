/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Entity } from '@backstage/catalog-model';
import { buildHygieneAnnotations } from './buildHygieneAnnotations';

/**
 * Whether an entity has opted out of all that the plugin does.
 *
 * @public
 */
export function isBuildHygieneDisabled(entity: Entity): boolean {
  const value = entity.metadata.annotations?.[buildHygieneAnnotations.disabled];
  return value?.trim().toLowerCase() === 'true';
}
