/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  BackendFeature,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** Tokens for a user name the plugin that asks, as the real ones do. */
const auth = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const pluginId = plugin.getId();
    const service = mockServices.auth({
      pluginId,
      disableDefaultAuthPolicy: false,
    });
    const requestToken = service.getPluginRequestToken.bind(service);
    service.getPluginRequestToken = async options => {
      const { principal } = options.onBehalfOf;
      return service.isPrincipal(options.onBehalfOf, 'user')
        ? {
            token: mockCredentials.user.token(
              (principal as BackstageUserPrincipal).userEntityRef,
              { actor: { subject: `plugin:${pluginId}` } },
            ),
          }
        : requestToken(options);
    };
    return service;
  },
});

/** What answers for the catalog whether conditions hold for an entity. */
function catalogOf(entities: Entity[]): BackendFeature {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  return createBackendPlugin({
    pluginId: 'catalog',
    register(env) {
      env.registerInit({
        deps: { permissionsRegistry: coreServices.permissionsRegistry },
        async init({ permissionsRegistry }) {
          permissionsRegistry.addResourceType({
            resourceRef: catalogEntityPermissionResourceRef,
            getResources: async refs => refs.map(ref => byRef.get(ref)),
            rules: Object.values(permissionRules),
          });
        },
      });
    },
  });
}

/** The real permission backend with a policy, over these entities. */
export function permissionBackend(options: {
  policy: PermissionPolicy;
  entities: Entity[];
}): BackendFeature[] {
  return [
    auth,
    permissionsServiceFactory,
    permissionPlugin,
    catalogOf(options.entities),
    createBackendModule({
      pluginId: 'permission',
      moduleId: 'policy',
      register(env) {
        env.registerInit({
          deps: { policies: policyExtensionPoint },
          async init({ policies }) {
            policies.setPolicy(options.policy);
          },
        });
      },
    }),
  ];
}
