/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { buildHygieneReadPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { checkPermission, EntityVisibility } from '../access';
import { noSuchService, VisibilityOptions } from '../database';

/** What an action may read for whoever it runs for: what the API would tell. */
export class ReadAccess {
  readonly #permissions: PermissionsService;
  readonly #visibility: EntityVisibility;

  static create(options: {
    permissions: PermissionsService;
    visibility: EntityVisibility;
  }): ReadAccess {
    return new ReadAccess(options);
  }

  private constructor(options: {
    permissions: PermissionsService;
    visibility: EntityVisibility;
  }) {
    this.#permissions = options.permissions;
    this.#visibility = options.visibility;
  }

  async check(credentials: BackstageCredentials): Promise<void> {
    await checkPermission(
      this.#permissions,
      { permission: buildHygieneReadPermission },
      credentials,
    );
  }

  /** The full reference; what is hidden answers like what does not exist. */
  async checkService(
    service: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    await this.check(credentials);
    const entityRef = entityRefOf(service);
    if (!(await this.isVisible(entityRef, credentials))) {
      throw noSuchService(entityRef);
    }
    return entityRef;
  }

  async isVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return this.#visibility.isVisible(entityRef, credentials);
  }

  async checkServices(
    credentials: BackstageCredentials,
  ): Promise<VisibilityOptions> {
    await this.check(credentials);
    return this.#visibility.visibleServices(credentials);
  }
}

function entityRefOf(service: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(service, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch (error) {
    throw new InputError(`${service} is no entity reference`, error);
  }
}
