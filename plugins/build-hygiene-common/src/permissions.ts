/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Seeing scores, findings and builds. Services of entities that the user may
 * not see in the catalog stay hidden with it, too.
 *
 * @public
 */
export const buildHygieneReadPermission = createPermission({
  name: 'build-hygiene.read',
  attributes: { action: 'read' },
});

/**
 * Asking for a scan of a service now.
 *
 * @public
 */
export const buildHygieneScanPermission = createPermission({
  name: 'build-hygiene.scan',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Seeing how scans go: the queue, what fails and why, and the hosts.
 *
 * @public
 */
export const buildHygieneScanHealthPermission = createPermission({
  name: 'build-hygiene.scan.health',
  attributes: { action: 'read' },
});

/**
 * Sending build logs of a service.
 *
 * @public
 */
export const buildHygieneBuildSubmitPermission = createPermission({
  name: 'build-hygiene.build.submit',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Asking for waivers of a service's checks, and withdrawing one's own.
 *
 * @public
 */
export const buildHygieneWaiverCreatePermission = createPermission({
  name: 'build-hygiene.waiver.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Approving and rejecting waivers that others ask for of a service's checks,
 * and ending any.
 *
 * @public
 */
export const buildHygieneWaiverApprovePermission = createPermission({
  name: 'build-hygiene.waiver.approve',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Starting campaigns, changing and closing them.
 *
 * @public
 */
export const buildHygieneCampaignManagePermission = createPermission({
  name: 'build-hygiene.campaign.manage',
  attributes: { action: 'update' },
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const buildHygienePermissions = [
  buildHygieneReadPermission,
  buildHygieneScanPermission,
  buildHygieneScanHealthPermission,
  buildHygieneBuildSubmitPermission,
  buildHygieneWaiverCreatePermission,
  buildHygieneWaiverApprovePermission,
  buildHygieneCampaignManagePermission,
];
