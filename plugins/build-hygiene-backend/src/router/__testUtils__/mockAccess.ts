/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { EntityVisibility } from '../../access';

/** Allows all permissions but those that a test denies. */
export function mockAccess() {
  const permissions = mockServices.permissions.mock();
  const auditor = mockServices.auditor.mock();
  const denied = new Set<string>();
  let deniesAll = false;
  let catalog: AuthorizeResult = AuthorizeResult.ALLOW;
  return {
    permissions,
    auditor,
    /** The names of the permissions that are missing. */
    denied,
    denyAll: () => {
      deniesAll = true;
    },
    /** What the policy says of the entities in the catalog. */
    setCatalog: (result: AuthorizeResult) => {
      catalog = result;
    },
    /** A catalog that shows only these where the policy sets conditions. */
    visibilityOf: (...names: string[]) =>
      EntityVisibility.create({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({
          entities: names.map(name => ({
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name, namespace: 'default' },
          })),
        }),
        permissions,
        filter: { kind: 'Component' },
      }),
    /** Forgets what the test before denied and asked for. */
    reset: () => {
      denied.clear();
      deniesAll = false;
      catalog = AuthorizeResult.ALLOW;
      permissions.authorize.mockImplementation(async requests =>
        requests.map(({ permission }) => ({
          result:
            deniesAll || denied.has(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
      );
      permissions.authorizeConditional.mockImplementation(async requests =>
        requests.map(
          () =>
            (catalog === AuthorizeResult.CONDITIONAL
              ? {
                  result: catalog,
                  pluginId: 'catalog',
                  resourceType: 'catalog-entity',
                  conditions: { anyOf: [] },
                }
              : { result: catalog }) as PolicyDecision,
        ),
      );
      auditor.createEvent.mockReset();
      auditor.createEvent.mockResolvedValue({
        success: async () => {},
        fail: async () => {},
      });
    },
  };
}
