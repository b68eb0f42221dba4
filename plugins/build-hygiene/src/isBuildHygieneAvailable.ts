/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Entity } from '@backstage/catalog-model';
import { isBuildHygieneDisabled } from '@build-hygiene/plugin-build-hygiene-common';

/**
 * Whether an entity may be a scanned service: a component that has not opted
 * out. Whether it really is one depends on the backend's filter.
 *
 * @public
 */
export function isBuildHygieneAvailable(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    !isBuildHygieneDisabled(entity)
  );
}
