/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { mapExpressions } from './unknownText';

/**
 * What all runs of a workflow for one branch share.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/contexts
 */
const CONTEXTS =
  /^(?:github\.(?:ref|ref_name|ref_type|head_ref|base_ref|repository|repository_owner|repository_url|server_url|event\.repository\.(?:name|full_name|html_url|clone_url|default_branch))|(?:matrix|vars|secrets)\.[\w-]+|runner\.(?:os|arch)|'[^']*')$/;

/** The same of shell variables that CI systems set. */
const VARIABLES =
  /^(?:GITHUB_(?:REF|REF_NAME|REF_TYPE|HEAD_REF|BASE_REF|REPOSITORY|REPOSITORY_OWNER|SERVER_URL)|CI_COMMIT_(?:REF_NAME|REF_SLUG|BRANCH)|CI_DEFAULT_BRANCH|CI_PROJECT_(?:NAME|NAMESPACE|PATH|PATH_SLUG|URL)|(?:BUILDKITE|CIRCLE|DRONE|TRAVIS|BITBUCKET)_BRANCH|BRANCH_NAME)$/;

/**
 * Whether a text of a pipeline that depends on its run has one value for all
 * commits to a branch, as `${{ github.ref_name }}` and `$CI_COMMIT_BRANCH` do.
 */
export function isSameForBranch(text: string): boolean {
  const rest = mapExpressions(text, expression =>
    expression
      .slice(3, -2)
      .split('||')
      .every(part => CONTEXTS.test(part.trim()))
      ? ''
      : '$',
  ).replace(/\$(?:(\w+)|\{(\w+)\})/g, (variable, bare, braced) =>
    VARIABLES.test(bare ?? braced) ? '' : variable,
  );
  return !/[$`]/.test(rest);
}
