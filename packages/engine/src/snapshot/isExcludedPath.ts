/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const excludedFolders = new Set([
  'vendor',
  'testdata',
  'testfiles',
  'fixtures',
  '__fixtures__',
  'test-fixtures',
  'node_modules',
  'third_party',
  'bower_components',
]);

/** `testfiles-negative/`, and Dockerfiles that tests of builders build. */
const testCases =
  /(?:^|\/)(?:test(?:data|files)[-_][^/]*|(?:tests?|e2e|integration)\/dockerfiles(?:[-_][^/]*)?)\//i;

/**
 * Whether a path lies in a folder of vendored or test data. What is there is
 * reported, but not checked: it is someone else's, or broken on purpose.
 *
 * @public
 */
export function isExcludedPath(path: string): boolean {
  return (
    testCases.test(path) ||
    path
      .split('/')
      .slice(0, -1)
      .some(folder => excludedFolders.has(folder.toLowerCase()))
  );
}

/**
 * The first lines of a generated file say so, in the words of
 * https://go.dev/s/generatedcode or similar ones.
 */
const generatedMark =
  /\bcode generated\b.*\bdo not edit\b|@generated\b|\bthis (?:docker|container)?file (?:is|was) (?:auto-?\s?)?generated\b|\b(?:auto-?\s?)?generated (?:file|by|from|via)\b.*\b(?:do not|not) (?:edit|modify)\b/i;

/**
 * Whether a file's first comment lines say that a program wrote it.
 *
 * @public
 */
export function isGenerated(source: string): boolean {
  let start = 0;
  for (let line = 0; line < 10 && start < source.length; line++) {
    const end = source.indexOf('\n', start);
    const text = source.slice(
      start,
      Math.min(end < 0 ? source.length : end, start + 300),
    );
    const trimmed = text.replace(/^\uFEFF/, '').trim();
    if (trimmed !== '' && !/^(?:#|\/\/)/.test(trimmed)) {
      return false;
    }
    if (generatedMark.test(trimmed)) {
      return true;
    }
    if (end < 0) {
      return false;
    }
    start = end + 1;
  }
  return false;
}
