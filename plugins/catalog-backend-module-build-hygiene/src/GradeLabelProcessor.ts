/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import { gradeLabel } from '@build-hygiene/plugin-build-hygiene-common';
import { GradeBook } from './GradeBook';

const cacheKey = 'grade';

/** Says the grade of an entity by a label, which the catalog can filter by. */
export class GradeLabelProcessor implements CatalogProcessor {
  readonly #grades: Pick<GradeBook, 'read'>;

  static create(options: {
    grades: Pick<GradeBook, 'read'>;
  }): GradeLabelProcessor {
    return new GradeLabelProcessor(options.grades);
  }

  private constructor(grades: Pick<GradeBook, 'read'>) {
    this.#grades = grades;
  }

  getProcessorName(): string {
    return 'BuildHygieneGradeLabelProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    _originLocation: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const grade = await this.#gradeOf(entity, cache);
    const { [gradeLabel]: given, ...labels } = entity.metadata.labels ?? {};
    if (grade) {
      labels[gradeLabel] = grade;
    } else if (given === undefined) {
      return entity;
    }
    return { ...entity, metadata: { ...entity.metadata, labels } };
  }

  async #gradeOf(
    entity: Entity,
    cache: CatalogProcessorCache,
  ): Promise<string | undefined> {
    const grades = this.#grades.read();
    if (!grades) {
      // After a start: what it was before, so that no label comes and goes.
      return (await cache.get<string | null>(cacheKey)) ?? undefined;
    }
    const grade = grades.get(stringifyEntityRef(entity));
    await cache.set(cacheKey, grade ?? null);
    return grade;
  }
}
