/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { isSameForBranch } from './isSameForBranch';

describe('isSameForBranch', () => {
  it.each([
    'main',
    '${{ github.ref_name }}',
    '${{github.head_ref || github.ref_name}}',
    "${{ github.base_ref || 'main' }}-${{ matrix.arch }}",
    '${{ vars.CHANNEL }}',
    '$CI_COMMIT_REF_SLUG',
    '"${GITHUB_REF_NAME}"',
    'release-${CIRCLE_BRANCH}-x',
  ])('is true of %s', text => {
    expect(isSameForBranch(text)).toBe(true);
  });

  it.each([
    '${{ github.sha }}',
    '${{ github.ref_name }}-${{ github.sha }}',
    '${{ github.ref_name }}-${{ github.run_number }}',
    '${{ steps.meta.outputs.version }}',
    '${{ github.event.release.tag_name }}',
    "${{ format('{0}', github.sha) }}",
    '${{ github.ref_name',
    '$CI_COMMIT_SHORT_SHA',
    '$CI_COMMIT_TAG',
    '${GITHUB_REF_NAME:-$GITHUB_SHA}',
    '$(git describe --tags)',
    '`date`',
    '$VERSION',
  ])('is false of %s', text => {
    expect(isSameForBranch(text)).toBe(false);
  });
});
