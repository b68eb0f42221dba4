/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { buildHygieneScanPermission } from '@build-hygiene/plugin-build-hygiene-common';
import { permittedServices } from './permittedServices';

const refs = Array.from({ length: 45 }, (_, n) => `component:default/s${n}`);
const even = refs.filter((_, n) => n % 2 === 0);

describe('permittedServices', () => {
  it.each<
    [result: PolicyDecision['result'], permitted: string[], asked: number[]]
  >([
    [AuthorizeResult.ALLOW, refs, []],
    [AuthorizeResult.DENY, [], []],
    [AuthorizeResult.CONDITIONAL, even, [20, 20, 5]],
  ])('follows %s, and asks little', async (result, permitted, asked) => {
    const permissions = mockServices.permissions.mock({
      authorizeConditional: async requests =>
        requests.map(() => ({ result } as PolicyDecision)),
      authorize: async requests =>
        requests.map(({ resourceRef }) => ({
          result: even.includes(resourceRef!)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
    });
    const found = await permittedServices(
      permissions,
      {
        permission: buildHygieneScanPermission,
        // Pages name a service more than once.
        entityRefs: [...refs, ...refs],
      },
      mockCredentials.user(),
    );
    expect([...found]).toEqual(permitted);
    expect(
      permissions.authorize.mock.calls.map(([requests]) => requests.length),
    ).toEqual(asked);
  });
});
