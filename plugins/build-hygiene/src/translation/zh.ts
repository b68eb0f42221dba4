/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { buildHygieneTranslationRef } from './buildHygieneTranslationRef';
import { zhBuilds } from './zhBuilds';
import { zhBuildsReport } from './zhBuildsReport';
import { zhCampaigns } from './zhCampaigns';
import { zhChecks } from './zhChecks';
import { zhComparison } from './zhComparison';
import { zhFailureClasses } from './zhFailureClasses';
import { zhFixes } from './zhFixes';
import { zhFleet } from './zhFleet';
import { zhGeneral } from './zhGeneral';
import { zhMatrix } from './zhMatrix';
import { zhModuleSources } from './zhModuleSources';
import { zhReport } from './zhReport';
import { zhRules } from './zhRules';
import { zhOwners } from './zhOwners';
import { zhScanHealth } from './zhScanHealth';
import { zhServices } from './zhServices';
import { zhSteps } from './zhSteps';
import { zhTrends } from './zhTrends';
import { zhWaivers } from './zhWaivers';
import { zhWaysIn } from './zhWaysIn';

/** Every text of the plugin in Chinese. */
export default createTranslationMessages({
  ref: buildHygieneTranslationRef,
  full: true,
  messages: {
    ...zhBuilds,
    ...zhBuildsReport,
    ...zhCampaigns,
    ...zhChecks,
    ...zhComparison,
    ...zhFailureClasses,
    ...zhFixes,
    ...zhFleet,
    ...zhGeneral,
    ...zhMatrix,
    ...zhModuleSources,
    ...zhReport,
    ...zhRules,
    ...zhOwners,
    ...zhScanHealth,
    ...zhServices,
    ...zhSteps,
    ...zhTrends,
    ...zhWaivers,
    ...zhWaysIn,
  },
});
