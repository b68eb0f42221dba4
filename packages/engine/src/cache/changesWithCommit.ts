/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { BuildUnit } from '../units/types';

/** Words of a name that say that its value is another one for each commit or build. */
const PER_COMMIT =
  /^(?:(?:git|vcs|ci|build|source|app|image|scm|github|drone|travis)_?)*(?:commit|sha1?|revision|rev|ref|head|hash|githash|gitsha|describe|build_?(?:date|time|stamp|timestamp|number|num|id|no)|(?:commit|vcs|git)_?(?:date|time|sha|hash|id|ref|rev|describe|tag|branch|commit|version)|date|timestamp|version|tag|run_?(?:id|number))$/i;

/** Names that are versions of something else than the service. */
const OTHER_VERSION =
  /^(?:go|golang|alpine|debian|ubuntu|node|python|java|rust|base|runtime|builder|image|os|distro|tool|upx|protoc|buf|task|air|delve|dlv)[\w]*_?(?:version|tag|image)$/i;

/** Names of branches: commits to one branch share the value. */
const BRANCH =
  /^(?:(?:git|vcs|ci|build|source)_?)*(?:branch|ref_?name)$|^github_(?:(?:head|base)_)?ref(?:_name)?$/i;

/**
 * Whether what a build is given as an argument differs from commit to commit.
 * One value that is written out is the same for all of them, and so is what
 * depends on the branch alone; of others the name has to tell.
 */
export function argumentChangesWithCommit(
  {
    buildArguments,
    branchArguments,
  }: Pick<BuildUnit, 'buildArguments' | 'branchArguments'>,
  name: string,
): boolean {
  return (
    changesWithCommit(name) &&
    !Object.hasOwn(buildArguments, name) &&
    !branchArguments.includes(name)
  );
}

/** Whether a name is that of a version, which many commits may share. */
export function isVersionName(name: string): boolean {
  return /(?:version|tag)$/i.test(name);
}

/**
 * Whether a build argument of this name differs from commit to commit, as
 * `GIT_SHA`, `BUILD_DATE` and `VERSION` do, told by the names that projects use.
 */
export function changesWithCommit(name: string): boolean {
  return (
    PER_COMMIT.test(name) && !OTHER_VERSION.test(name) && !BRANCH.test(name)
  );
}
