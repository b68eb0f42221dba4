/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { createSnapshot } from '../snapshot';
import { analyse } from './analyse';
import { findingsOf } from './evaluateRules';

const long = (token: string) => token.repeat(60_000 / token.length);

/**
 * Lines on which a search that tries each start and each end anew does not come
 * to an end within the time of a test.
 */
const lines: readonly [string, string][] = [
  ['parent folders of a build', `RUN go build ${long('../')}`],
  ['dots and slashes of a build', `RUN go build a${long('./')}`],
  ['words in single quotes', `CMD [${long("'' ")}"]`],
  ['blanks in front of a bracket', `CMD [${long(' ')}'a' b]`],
  ['slashes of a removal', `RUN rm -r ${long('/')}a`],
  ['dashes of a command', `RUN ${long('-')}a`],
  ['options that say yes', `RUN apt-get install -${long('q')}1 curl`],
  ['brackets of a package', `RUN pip install a${long('[')}`],
  ['digits of a version', `RUN go install example.com/a@${long('0')}`],
  ['packages without git', `RUN apk ${long('add ')}`],
  ['commands in one text', `RUN ${long('make go list ')}`],
  ['patterns of private modules', `ENV GOPRIVATE=${long('/*')}a`],
  ['slashes of private modules', `ENV GOPRIVATE=${long('/')}a`],
  ['a heredoc without a name', `RUN cat <<${long('\t')}<a`],
  ['a name with braces', `COPY --from=${long('${')} /a /a`],
  ['a value of brackets', `ENV PASSWORD=${long('<')}`],
  ['a secure address', `RUN git -c http.${long('sslverify.')} clone a`],
];

describe('an analysis of a long line', () => {
  it.each(lines)('goes on behind it: %s', (_, line) => {
    const snapshot = createSnapshot({
      files: [
        ['Dockerfile', `FROM golang:1.27\n${line}\nRUN GOSUMDB=off go build\n`],
        ['go.mod', 'module example.com/app\n\ngo 1.27\n'],
        ['main.go', 'package main\n'],
      ],
    });

    const found = analyse(snapshot, {}).checks.flatMap(check =>
      findingsOf(check).map(({ line: at }) => `${check.rule.id} ${at}`),
    );

    expect(found).toContain('proxy/sumdb-off 3');
  });
});
