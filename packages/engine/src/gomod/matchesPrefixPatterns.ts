/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { matchPath } from '../snapshot/matchPath';

/**
 * Whether a list of `GOPRIVATE`, `GONOPROXY` or `GONOSUMDB` names a module:
 * each pattern is matched against as many leading path elements as it has
 * itself. White space around a comma is part of the pattern, as for the go
 * command.
 * https://pkg.go.dev/golang.org/x/mod/module#MatchPrefixPatterns
 *
 * @public
 */
export function matchesPrefixPatterns(
  patterns: string,
  modulePath: string,
): boolean {
  const elements = modulePath.split('/');
  return patterns.split(',').some(entry => {
    const pattern = entry.endsWith('/') ? entry.slice(0, -1) : entry;
    const length = pattern.split('/').length;
    return (
      pattern !== '' &&
      length <= elements.length &&
      matchPath(pattern, elements.slice(0, length).join('/'))
    );
  });
}
