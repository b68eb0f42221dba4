/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Entity } from '@backstage/catalog-model';
import { EntityFilter } from '@backstage/plugin-catalog-react';
import { gradeLabel } from '@build-hygiene/plugin-build-hygiene-common';

/** Entities with any of these grades; the catalog's backend looks for them. */
export class GradeFilter implements EntityFilter {
  constructor(readonly values: string[]) {}

  filterEntity(entity: Entity): boolean {
    const grade = entity.metadata.labels?.[gradeLabel];
    return grade !== undefined && this.values.includes(grade);
  }

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.labels.${gradeLabel}`]: this.values };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}
