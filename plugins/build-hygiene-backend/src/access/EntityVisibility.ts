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
import {
  AuthorizeResult,
  ConditionalPolicyDecision,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { LRUCache } from 'lru-cache';
import { VisibilityOptions } from '../database';

export interface EntityVisibilityOptions {
  auth: AuthService;
  catalog: CatalogService;
  permissions: PermissionsService;
  /** The entities that can be services. */
  filter: FilterPredicate;
}

/**
 * How long the list of what a user may see holds, in milliseconds. A page of
 * the report asks for it several times at once, and the catalog takes seconds
 * to list thousands of entities.
 */
const keptFor = 30_000;

/** For so many users, or policies of one. */
const mostKept = 200;

/**
 * What of the catalog a user may see. Whoever may see everything, the common
 * case, costs no question to the catalog.
 */
export class EntityVisibility {
  readonly #options: EntityVisibilityOptions;
  readonly #kept = new LRUCache<string, Promise<string[]>>({
    max: mostKept,
    ttl: keptFor,
  });

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
    switch ((await this.#decide(credentials)).result) {
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
    const decision = await this.#decide(credentials);
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return {};
      case AuthorizeResult.DENY:
        return { visibleRefs: [] };
      default:
        return {
          visibleRefs: await this.#keepRefs(decision.conditions, credentials),
        };
    }
  }

  async #decide(credentials: BackstageCredentials): Promise<PolicyDecision> {
    const { auth, permissions } = this.#options;
    if (auth.isPrincipal(credentials, 'service')) {
      return { result: AuthorizeResult.ALLOW };
    }
    const [decision] = await permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    return decision;
  }

  #keepRefs(
    conditions: ConditionalPolicyDecision['conditions'],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    // With the conditions, so that another policy holds at once.
    const key = JSON.stringify([credentials.principal, conditions]);
    const kept = this.#kept.get(key);
    if (kept) {
      return kept;
    }
    const refs = this.#readVisibleRefs(credentials);
    this.#kept.set(key, refs);
    refs.catch(() => this.#kept.delete(key));
    return refs;
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
