/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import patternCases from './golden/prefixPatterns.json';
import listCases from './golden/proxyLists.json';
import { matchesPrefixPatterns } from './matchesPrefixPatterns';
import { parseProxyList } from './parseProxyList';

/**
 * What `module.MatchPrefixPatterns` of golang.org/x/mod says to each pattern and
 * path, recorded with Go 1.27.4.
 */
describe('matchesPrefixPatterns', () => {
  it.each(patternCases.cases)('$patterns', ({ patterns, matches }) => {
    expect(
      patternCases.paths.filter(path => matchesPrefixPatterns(patterns, path)),
    ).toEqual(matches);
  });
});

/** Asks the sources of a list in turn, as its entries say. */
function ask(list: string, answers: readonly number[]) {
  const written = list.replace(
    /\b([ABC])\b/g,
    (_, name: string) => `http://127.0.0.1/${name}`,
  );
  const { entries, error } = parseProxyList(written);
  const asked: string[] = [];
  if (error !== undefined) {
    return {
      asked,
      found: false,
      error: error.replace('http://127.0.0.1/', ''),
    };
  }
  for (const { kind, url = '', fallback } of entries) {
    if (kind !== 'url') {
      // Behind a source, `off` asks nobody, and the source's error is shown.
      if (kind === 'direct' || asked.length === 0) {
        asked.push(kind);
      }
      break;
    }
    const name = /127\.0\.0\.1\/([ABC])$/.exec(url)?.[1];
    // A folder that is not there is as a 404.
    const answer = name === undefined ? 404 : answers['ABC'.indexOf(name)];
    if (name !== undefined) {
      asked.push(name);
    }
    if (answer === 200) {
      return { asked, found: true };
    }
    const goesOn =
      fallback === 'any-error' ||
      (fallback === 'not-found' && (answer === 404 || answer === 410));
    if (!goesOn) {
      break;
    }
  }
  return { asked, found: false };
}

/**
 * Which sources `go list -m` asks, recorded with Go 1.27.4 against servers that
 * answer with the given status; the host of the module itself does not exist.
 */
describe('parseProxyList', () => {
  it.each(listCases)(
    '$list when the sources answer $answers',
    ({ list, answers, ...expected }) => {
      expect(ask(list, answers)).toEqual(expected);
    },
  );
});
