/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Knex } from 'knex';
import { VisibilityOptions } from './types';
import { whereEntityRefIn } from './whereEntityRefIn';

/**
 * The failed builds of the services that count. The database reads no build
 * but those: the conditions are the ones of the indexes over failed builds.
 */
export function failedBuilds(
  knex: Knex,
  range: { from: string; to: string },
  { visibleRefs }: VisibilityOptions,
): Knex.QueryBuilder {
  const query = knex('builds')
    .join('services', 'services.entity_ref', 'builds.entity_ref')
    .whereNotNull('builds.failure_class')
    .where('builds.started_at', '>=', range.from)
    .where('builds.started_at', '<=', range.to);
  return visibleRefs
    ? whereEntityRefIn(knex, query, 'builds.entity_ref', visibleRefs)
    : query;
}

/** The same where a server is named that may be down, or one of some classes. */
export function buildsFailedAtServers(
  knex: Knex,
  range: { from: string; to: string },
  options: VisibilityOptions & { classes: readonly string[] },
): Knex.QueryBuilder {
  return failedBuilds(knex, range, options)
    .whereNotNull('builds.failure_target')
    .whereIn('builds.failure_class', [...options.classes]);
}
