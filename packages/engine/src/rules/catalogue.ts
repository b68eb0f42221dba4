/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { buildCacheMount } from './cache/buildCacheMount';
import { cleanedInBuild } from './cache/cleanedInBuild';
import { commitBusts } from './cache/commitBusts';
import { depsBeforeSource } from './cache/depsBeforeSource';
import { futileCopy } from './cache/futileCopy';
import { hitRate } from './cache/hitRate';
import { moduleCacheMount } from './cache/moduleCacheMount';
import { mountOnEphemeral } from './cache/mountOnEphemeral';
import { mountTarget } from './cache/mountTarget';
import { noCacheAlways } from './cache/noCacheAlways';
import { packagesAfterSource } from './cache/packagesAfterSource';
import { remoteCacheMissing } from './cache/remoteCacheMissing';
import { remoteCacheModeMin } from './cache/remoteCacheModeMin';
import { unrelatedChangeBusts } from './cache/unrelatedChangeBusts';
import { actionsUnpinned } from './ci/actionsUnpinned';
import { buildkitDisabled } from './ci/buildkitDisabled';
import { credentialsInWorkflow } from './ci/credentialsInWorkflow';
import { imageNotBuiltOnChange } from './ci/imageNotBuiltOnChange';
import { moduleCacheKey } from './ci/moduleCacheKey';
import { noBuildRecord } from './ci/noBuildRecord';
import { noTimeout } from './ci/noTimeout';
import { unknownFlag } from './ci/unknownFlag';
import { dockerignoreMissing } from './context/dockerignoreMissing';
import { neededFileIgnored } from './context/neededFileIgnored';
import { oversized } from './context/oversized';
import { secretFiles } from './context/secretFiles';
import { vendorIgnored } from './context/vendorIgnored';
import { baseEndOfLife } from './image/baseEndOfLife';
import { baseNotDigest } from './image/baseNotDigest';
import { baseUntagged } from './image/baseUntagged';
import { caCertificates } from './image/caCertificates';
import { expose } from './image/expose';
import { healthcheck } from './image/healthcheck';
import { labels } from './image/labels';
import { libcMismatch } from './image/libcMismatch';
import { minimalBase } from './image/minimalBase';
import { packageHygiene } from './image/packageHygiene';
import { registry } from './image/registry';
import { shellForm } from './image/shellForm';
import { sourceInRuntime } from './image/sourceInRuntime';
import { toolchainInRuntime } from './image/toolchainInRuntime';
import { deprecated } from './modules/deprecated';
import { goEndOfLife } from './modules/goEndOfLife';
import { goNewerThanImage } from './modules/goNewerThanImage';
import { goPatchBehind } from './modules/goPatchBehind';
import { goVersionDrift } from './modules/goVersionDrift';
import { imageGoFloating } from './modules/imageGoFloating';
import { mutatedInBuild } from './modules/mutatedInBuild';
import { path } from './modules/path';
import { pseudoVersion } from './modules/pseudoVersion';
import { replaceBreaksDownload } from './modules/replaceBreaksDownload';
import { replaceFork } from './modules/replaceFork';
import { replaceOutsideContext } from './modules/replaceOutsideContext';
import { replaceUnused } from './modules/replaceUnused';
import { retracted } from './modules/retracted';
import { sumConflict } from './modules/sumConflict';
import { sumCopiedButAbsent } from './modules/sumCopiedButAbsent';
import { sumIncomplete } from './modules/sumIncomplete';
import { sumMalformed } from './modules/sumMalformed';
import { sumMissing } from './modules/sumMissing';
import { sumNotCopied } from './modules/sumNotCopied';
import { sumUnknownHash } from './modules/sumUnknownHash';
import { syntax } from './modules/syntax';
import { toolchainDownload } from './modules/toolchainDownload';
import { toolchainInvalid } from './modules/toolchainInvalid';
import { vendorInconsistent } from './modules/vendorInconsistent';
import { vendorUnused } from './modules/vendorUnused';
import { versionCanonical } from './modules/versionCanonical';
import { workspaceInContext } from './modules/workspaceInContext';
import { daemonNetwork } from './platform/daemonNetwork';
import { daemonUnsafe } from './platform/daemonUnsafe';
import { initContainerPreload } from './platform/initContainerPreload';
import { networkPolicyNoDns } from './platform/networkPolicyNoDns';
import { staticHosts } from './platform/staticHosts';
import { argumentNotDeclared } from './proxy/argumentNotDeclared';
import { deadEntries } from './proxy/deadEntries';
import { directOnly } from './proxy/directOnly';
import { directWithoutGit } from './proxy/directWithoutGit';
import { insecureUrl } from './proxy/insecureUrl';
import { noFallback } from './proxy/noFallback';
import { obsoleteSetting } from './proxy/obsoleteSetting';
import { patternInvalid } from './proxy/patternInvalid';
import { privateLeak } from './proxy/privateLeak';
import { privateTooBroad } from './proxy/privateTooBroad';
import { sumdbOff } from './proxy/sumdbOff';
import { unknownVariable } from './proxy/unknownVariable';
import { deadStage } from './reproducible/deadStage';
import { invalidBuild } from './reproducible/invalidBuild';
import { nondeterministic } from './reproducible/nondeterministic';
import { toolUnpinned } from './reproducible/toolUnpinned';
import { trimpath } from './reproducible/trimpath';
import { hostKeysUnverified } from './security/hostKeysUnverified';
import { privilegedPort } from './security/privilegedPort';
import { rootUser } from './security/rootUser';
import { secretInBuild } from './security/secretInBuild';
import { secretMountMisuse } from './security/secretMountMisuse';
import { sudo } from './security/sudo';
import { tlsVerificationOff } from './security/tlsVerificationOff';
import { unverifiedDownload } from './security/unverifiedDownload';
import { Rule } from './types';

/**
 * Changes whenever a rule is added, removed, or judges differently, so that
 * trends can tell a change of the rules from a change of the service.
 *
 * @public
 */
export const rulesetVersion = '1.3.0';

/**
 * All rules, sorted by id.
 *
 * @public
 */
export const rules: readonly Rule[] = [
  buildCacheMount,
  cleanedInBuild,
  commitBusts,
  depsBeforeSource,
  futileCopy,
  hitRate,
  moduleCacheMount,
  mountOnEphemeral,
  mountTarget,
  noCacheAlways,
  packagesAfterSource,
  remoteCacheMissing,
  remoteCacheModeMin,
  unrelatedChangeBusts,
  actionsUnpinned,
  buildkitDisabled,
  credentialsInWorkflow,
  imageNotBuiltOnChange,
  moduleCacheKey,
  noBuildRecord,
  noTimeout,
  unknownFlag,
  dockerignoreMissing,
  neededFileIgnored,
  oversized,
  secretFiles,
  vendorIgnored,
  baseEndOfLife,
  baseNotDigest,
  baseUntagged,
  caCertificates,
  expose,
  healthcheck,
  labels,
  libcMismatch,
  minimalBase,
  packageHygiene,
  registry,
  shellForm,
  sourceInRuntime,
  toolchainInRuntime,
  deprecated,
  goEndOfLife,
  goNewerThanImage,
  goPatchBehind,
  goVersionDrift,
  imageGoFloating,
  mutatedInBuild,
  path,
  pseudoVersion,
  replaceBreaksDownload,
  replaceFork,
  replaceOutsideContext,
  replaceUnused,
  retracted,
  sumConflict,
  sumCopiedButAbsent,
  sumIncomplete,
  sumMalformed,
  sumMissing,
  sumNotCopied,
  sumUnknownHash,
  syntax,
  toolchainDownload,
  toolchainInvalid,
  vendorInconsistent,
  vendorUnused,
  versionCanonical,
  workspaceInContext,
  daemonNetwork,
  daemonUnsafe,
  initContainerPreload,
  networkPolicyNoDns,
  staticHosts,
  argumentNotDeclared,
  deadEntries,
  directOnly,
  directWithoutGit,
  insecureUrl,
  noFallback,
  obsoleteSetting,
  patternInvalid,
  privateLeak,
  privateTooBroad,
  sumdbOff,
  unknownVariable,
  deadStage,
  invalidBuild,
  nondeterministic,
  toolUnpinned,
  trimpath,
  hostKeysUnverified,
  privilegedPort,
  rootUser,
  secretInBuild,
  secretMountMisuse,
  sudo,
  tlsVerificationOff,
  unverifiedDownload,
];
