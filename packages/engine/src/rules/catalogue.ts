/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildCacheMount } from './cache/buildCacheMount';
import { commitBusts } from './cache/commitBusts';
import { depsBeforeSource } from './cache/depsBeforeSource';
import { dockerignoreMissing } from './context/dockerignoreMissing';
import { secretFiles } from './context/secretFiles';
import { baseUntagged } from './image/baseUntagged';
import { shellForm } from './image/shellForm';
import { toolchainInRuntime } from './image/toolchainInRuntime';
import { goNewerThanImage } from './modules/goNewerThanImage';
import { replaceOutsideContext } from './modules/replaceOutsideContext';
import { sumMissing } from './modules/sumMissing';
import { patternInvalid } from './proxy/patternInvalid';
import { sumdbOff } from './proxy/sumdbOff';
import { invalidBuild } from './reproducible/invalidBuild';
import { toolUnpinned } from './reproducible/toolUnpinned';
import { rootUser } from './security/rootUser';
import { secretInBuild } from './security/secretInBuild';
import { Rule } from './types';

/**
 * Changes whenever a rule is added, removed, or judges differently, so that
 * trends can tell a change of the rules from a change of the service.
 *
 * @public
 */
export const rulesetVersion = '1.0.0';

/**
 * All rules, sorted by id.
 *
 * @public
 */
export const rules: readonly Rule[] = [
  buildCacheMount,
  commitBusts,
  depsBeforeSource,
  dockerignoreMissing,
  secretFiles,
  baseUntagged,
  shellForm,
  toolchainInRuntime,
  goNewerThanImage,
  replaceOutsideContext,
  sumMissing,
  patternInvalid,
  sumdbOff,
  invalidBuild,
  toolUnpinned,
  rootUser,
  secretInBuild,
];
