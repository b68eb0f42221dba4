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
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { buildHygieneReadPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { VisibilityOptions } from '../database';
import { EntityVisibility } from '../router';

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
    const permission = buildHygieneReadPermission;
    const [{ result }] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(`Not allowed: ${permission.name} is missing`);
    }
  }

  /** The full reference; what is hidden answers like what does not exist. */
  async checkService(
    service: string,
    credentials: BackstageCredentials,
  ): Promise<string> {
    await this.check(credentials);
    const entityRef = entityRefOf(service);
    if (!(await this.#visibility.isVisible(entityRef, credentials))) {
      throw noSuchService(entityRef);
    }
    return entityRef;
  }

  async checkServices(
    credentials: BackstageCredentials,
  ): Promise<VisibilityOptions> {
    await this.check(credentials);
    return this.#visibility.visibleServices(credentials);
  }
}

export function noSuchService(entityRef: string): NotFoundError {
  return new NotFoundError(
    `${entityRef} is no service that Build Hygiene knows`,
  );
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
