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

  async authorize(
    request: AnyRequest,
    permission: BasicPermission,
  ): Promise<BackstageCredentials> {
    const { httpAuth, permissions } = this.#options;
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await checkPermission(permissions, permission, credentials);
    return credentials;
  }

  async authorizeRead(request: AnyRequest): Promise<BackstageCredentials> {
    return this.authorize(request, buildHygieneReadPermission);
  }

  /** The service of the path, for whoever may read. */
  async readService(request: AnyRequest): Promise<string> {
    return this.readVisibleRef(request, await this.authorizeRead(request));
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
