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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  buildHygieneWaiverApprovePermission,
  buildHygieneWaiverCreatePermission,
  Waiver,
  WaiverAction,
} from '@build-hygiene/plugin-build-hygiene-common';
import { missingPermission } from '../access';
import { StoredWaiver } from '../database';

/** What somebody may do with waivers. */
export interface WaiverAccess {
  /** Entity ref of the user; undefined of a service, which may do nothing. */
  user?: string;
  mayCreate: boolean;
  mayApprove: boolean;
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

export async function readWaiverAccess(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<WaiverAccess> {
  const user = userOf(credentials);
  if (user === undefined) {
    return { mayCreate: false, mayApprove: false };
  }
  const [create, approve] = await permissions.authorize(
    [
      { permission: buildHygieneWaiverCreatePermission },
      { permission: buildHygieneWaiverApprovePermission },
    ],
    { credentials },
  );
  return {
    user,
    mayCreate: create.result === AuthorizeResult.ALLOW,
    mayApprove: approve.result === AuthorizeResult.ALLOW,
  };
}

/** Throws what keeps the user from an action. */
export function checkWaiverAction(
  { state, requestedBy }: Pick<StoredWaiver, 'state' | 'requestedBy'>,
  action: WaiverAction,
  { user, mayCreate, mayApprove }: WaiverAccess,
): void {
  const isOwn = user === requestedBy;
  const isOpen =
    state === 'pending' || (state === 'active' && action === 'withdraw');
  if (!isOpen) {
    throw new ConflictError(`The waiver is ${state} by now`);
  }
  if (action === 'withdraw' && isOwn && mayCreate) {
    return;
  }
  if (user === undefined || !mayApprove) {
    throw missingPermission(buildHygieneWaiverApprovePermission);
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
