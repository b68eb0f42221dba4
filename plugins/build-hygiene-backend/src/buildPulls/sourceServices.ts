/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  BuildSourceService,
  sourceLocationOf,
} from '@build-hygiene/plugin-build-hygiene-node';

export interface SourceServicesOptions {
  auth: AuthService;
  catalog: CatalogService;
  filter: FilterPredicate;
}

/** The entities that are services, with what build sources look at. */
export async function sourceServices(
  options: SourceServicesOptions,
): Promise<BuildSourceService[]> {
  const { auth, catalog, filter } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const services: BuildSourceService[] = [];
  for await (const page of catalog.streamEntities(
    {
      query: filter,
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.annotations',
      ],
      totalItems: 'exclude',
    },
    { credentials },
  )) {
    for (const entity of page) {
      services.push({
        entityRef: stringifyEntityRef(entity),
        annotations: { ...entity.metadata.annotations },
        location: sourceLocationOf(entity),
      });
    }
  }
  return services;
}
