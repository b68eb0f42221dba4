/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  buildHygieneWaiverApprovePermission,
  buildHygieneWaiverCreatePermission,
  Waiver,
  WaiverAction,
} from '@build-hygiene/plugin-build-hygiene-common';
import { missingPermission, permittedServices } from '../access';
import { StoredWaiver } from '../database';

/** What somebody may do with waivers. */
export interface WaiverAccess {
  /** Entity ref of the user; undefined of a service, which may do nothing. */
  user?: string;
  /** The services for which. */
  mayCreate: ReadonlySet<string>;
  mayApprove: ReadonlySet<string>;
}

const allActions: readonly WaiverAction[] = ['approve', 'reject', 'withdraw'];

/** The user behind credentials, written as it is stored. */
export function userOf({
  principal,
}: BackstageCredentials): string | undefined {
  const { type, userEntityRef } = principal as {
    type?: string;
    userEntityRef?: string;
  };
  return type === 'user'
    ? userEntityRef?.toLocaleLowerCase('en-US')
    : undefined;
}

/** What the caller may do with waivers of these services. */
export async function readWaiverAccess(
  permissions: PermissionsService,
  entityRefs: readonly string[],
  credentials: BackstageCredentials,
): Promise<WaiverAccess> {
  const user = userOf(credentials);
  if (user === undefined) {
    return { mayCreate: new Set(), mayApprove: new Set() };
  }
  const [mayCreate, mayApprove] = await Promise.all(
    [
      buildHygieneWaiverCreatePermission,
      buildHygieneWaiverApprovePermission,
    ].map(permission =>
      permittedServices(permissions, { permission, entityRefs }, credentials),
    ),
  );
  return { user, mayCreate, mayApprove };
}

/** Throws what keeps the user from an action. */
export function checkWaiverAction(
  waiver: Pick<StoredWaiver, 'entityRef' | 'state' | 'requestedBy'>,
  action: WaiverAction,
  { user, mayCreate, mayApprove }: WaiverAccess,
): void {
  const { entityRef, state, requestedBy } = waiver;
  const isOwn = user === requestedBy;
  const isOpen =
    state === 'pending' || (state === 'active' && action === 'withdraw');
  if (!isOpen) {
    throw new ConflictError(`The waiver is ${state} by now`);
  }
  if (action === 'withdraw' && isOwn && mayCreate.has(entityRef)) {
    return;
  }
  if (user === undefined || !mayApprove.has(entityRef)) {
    throw missingPermission(buildHygieneWaiverApprovePermission, entityRef);
  }
  if (action !== 'withdraw' && isOwn) {
    throw new NotAllowedError(
      'Somebody else has to decide on a waiver than who asked for it',
    );
  }
}

/** The waiver with what the caller may do with it. */
export function withActions(
  waiver: StoredWaiver,
  access: WaiverAccess,
): Waiver {
  const actions = allActions.filter(action => {
    try {
      checkWaiverAction(waiver, action, access);
      return true;
    } catch {
      return false;
    }
  });
  return { ...waiver, actions };
}
