/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogEntityPermission } from '@backstage/plugin-catalog-common/alpha';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { buildHygieneReadPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { Request } from 'express';
import { checkPermission, EntityVisibility } from '../access';
import { noSuchService } from '../database';
import { entityPathSchema, parseRequest } from './requestSchemas';

export type AnyRequest = Request<any, any, any, any>;

export interface RouteAccessOptions {
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  visibility: EntityVisibility;
}

/** Who asks, and whether they may. */
export class RouteAccess {
  readonly #options: RouteAccessOptions;

  static create(options: RouteAccessOptions): RouteAccess {
    return new RouteAccess(options);
  }

  private constructor(options: RouteAccessOptions) {
    this.#options = options;
  }

  async identify(request: AnyRequest): Promise<BackstageCredentials> {
    return this.#options.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
  }

  async authorize(
    request: AnyRequest,
    permission: BasicPermission,
  ): Promise<BackstageCredentials> {
    const credentials = await this.identify(request);
    const { permissions } = this.#options;
    await checkPermission(permissions, { permission }, credentials);
    return credentials;
  }

  async authorizeRead(request: AnyRequest): Promise<BackstageCredentials> {
    return this.authorize(request, buildHygieneReadPermission);
  }

  /** The service of the path, for whoever may read. */
  async readService(request: AnyRequest): Promise<string> {
    return this.readVisibleRef(request, await this.authorizeRead(request));
  }

  /** The service of the path, for whoever may do that with it. */
  async authorizeService(
    request: AnyRequest,
    permission: CatalogEntityPermission,
  ): Promise<string> {
    const credentials = await this.identify(request);
    const entityRef = parseRequest(entityPathSchema, request.params);
    await this.checkService(entityRef, permission, credentials);
    return entityRef;
  }

  /** Throws unless the caller sees the service, and may do that with it. */
  async checkService(
    entityRef: string,
    permission: CatalogEntityPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    // First, so that a refusal tells nothing of what is hidden.
    await this.checkVisible(entityRef, credentials);
    await checkPermission(
      this.#options.permissions,
      { permission, resourceRef: entityRef },
      credentials,
    );
  }

  /** The entity ref of the path; throws when it is hidden. */
  async readVisibleRef(
    request: AnyRequest,
    credentials: BackstageCredentials,
  ): Promise<string> {
    const entityRef = parseRequest(entityPathSchema, request.params);
    await this.checkVisible(entityRef, credentials);
    return entityRef;
  }

  /** What is hidden answers like what does not exist. */
  async checkVisible(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const { visibility } = this.#options;
    if (!(await visibility.isVisible(entityRef, credentials))) {
      throw noSuchService(entityRef);
    }
  }
}
