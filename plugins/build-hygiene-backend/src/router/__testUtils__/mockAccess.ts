/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { EntityVisibility } from '../../access';

const conditional = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { anyOf: [] },
} as unknown as PolicyDecision;

/** Allows all permissions but those that a test denies or bounds. */
export function mockAccess() {
  const permissions = mockServices.permissions.mock();
  const auditor = mockServices.auditor.mock();
  const denied = new Set<string>();
  const bounds = new Map<string, string[]>();
  let deniesAll = false;
  let catalog: AuthorizeResult = AuthorizeResult.ALLOW;
  const decide = (permission: Permission): PolicyDecision => {
    if (isPermission(permission, catalogEntityReadPermission)) {
      return catalog === AuthorizeResult.CONDITIONAL
        ? conditional
        : { result: catalog };
    }
    if (deniesAll || denied.has(permission.name)) {
      return { result: AuthorizeResult.DENY };
    }
    return bounds.has(permission.name)
      ? conditional
      : { result: AuthorizeResult.ALLOW };
  };
  return {
    permissions,
    auditor,
    /** The names of the permissions that are missing. */
    denied,
    /** Lets the policy grant a permission for these services only. */
    grantOnlyFor: (permission: Permission, ...entityRefs: string[]) => {
      bounds.set(permission.name, entityRefs);
    },
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
      bounds.clear();
      deniesAll = false;
      catalog = AuthorizeResult.ALLOW;
      permissions.authorize.mockImplementation(async requests =>
        requests.map(({ permission, resourceRef }) => {
          const decision = decide(permission);
          if (decision.result !== AuthorizeResult.CONDITIONAL) {
            return decision;
          }
          if (resourceRef === undefined) {
            throw new Error(`${permission.name} asked for no service`);
          }
          return {
            result: bounds.get(permission.name)?.includes(resourceRef)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          };
        }),
      );
      permissions.authorizeConditional.mockImplementation(async requests =>
        requests.map(({ permission }) => decide(permission)),
      );
      auditor.createEvent.mockReset();
      auditor.createEvent.mockResolvedValue({
        success: async () => {},
        fail: async () => {},
      });
    },
  };
}
