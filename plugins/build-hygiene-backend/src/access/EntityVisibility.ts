/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { VisibilityOptions } from '../database';

export interface EntityVisibilityOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  /** The entities that can be services. */
  filter: FilterPredicate;
}

/**
 * What of the catalog a user may see. Whoever may see everything, the common
 * case, costs no question to the catalog.
 */
export class EntityVisibility {
  readonly #options: EntityVisibilityOptions;

  static create(options: EntityVisibilityOptions): EntityVisibility {
    return new EntityVisibility(options);
  }

  private constructor(options: EntityVisibilityOptions) {
    this.#options = options;
  }

  async isVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    switch (await this.#decide(credentials)) {
      case AuthorizeResult.ALLOW:
        return true;
      case AuthorizeResult.DENY:
        return false;
      default:
        return Boolean(
          await this.#options.catalog.getEntityByRef(entityRef, {
            credentials,
          }),
        );
    }
  }

  /** For the lists of the store. */
  async visibleServices(
    credentials: BackstageCredentials,
  ): Promise<VisibilityOptions> {
    switch (await this.#decide(credentials)) {
      case AuthorizeResult.ALLOW:
        return {};
      case AuthorizeResult.DENY:
        return { visibleRefs: [] };
      default:
        return { visibleRefs: await this.#readVisibleRefs(credentials) };
    }
  }

  async #decide(credentials: BackstageCredentials): Promise<AuthorizeResult> {
    const { auth, permissions } = this.#options;
    if (auth.isPrincipal(credentials, 'service')) {
      return AuthorizeResult.ALLOW;
    }
    const [{ result }] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return result;
  }

  async #readVisibleRefs(credentials: BackstageCredentials): Promise<string[]> {
    const { catalog, filter } = this.#options;
    const refs: string[] = [];
    for await (const page of catalog.streamEntities(
      {
        query: filter,
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        totalItems: 'exclude',
      },
      { credentials },
    )) {
      refs.push(...page.map(entity => stringifyEntityRef(entity)));
    }
    return refs;
  }
}
