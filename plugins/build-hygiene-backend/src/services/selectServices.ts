/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { AuthService } from '@backstage/backend-plugin-api';
import { FilterPredicate } from '@backstage/filter-predicates';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SelectedService } from '../database';
import { serviceFields, serviceOfEntity } from './serviceOfEntity';

export interface SelectServicesOptions {
  catalog: CatalogService;
  auth: AuthService;
  filter: FilterPredicate;
}

/** The catalog entities that the configuration selects. */
export async function selectServices(
  options: SelectServicesOptions,
): Promise<SelectedService[]> {
  const { catalog, auth, filter } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const services: SelectedService[] = [];
  for await (const page of catalog.streamEntities(
    { query: filter, fields: serviceFields, totalItems: 'exclude' },
    { credentials },
  )) {
    for (const entity of page) {
      const service = serviceOfEntity(entity);
      if (service) {
        services.push(service);
      }
    }
  }
  return services;
}
