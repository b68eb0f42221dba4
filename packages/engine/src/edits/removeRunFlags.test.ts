/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { parseDockerfile } from '../dockerfile';
import { applyEdits } from './applyEdits';
import { removeRunFlags } from './removeRunFlags';

/** The Dockerfile without the mounts of its RUN that name go.sum. */
function withoutSums(run: string): string | undefined {
  const dockerfile = parseDockerfile(`FROM a\n${run}`, { path: 'Dockerfile' });
  const [instruction] = dockerfile.stages[0].instructions;
  const edits = removeRunFlags(
    dockerfile,
    instruction,
    instruction.flags.filter(({ value }) => value?.includes('go.sum')),
  );
  return edits && applyEdits(dockerfile.source, edits).slice('FROM a\n'.length);
}

const sum = '--mount=type=bind,source=go.sum,target=go.sum';
const mod = '--mount=type=bind,source=go.mod,target=go.mod';

describe('removeRunFlags', () => {
  it.each<[what: string, run: string, left: string | undefined]>([
    ['one of one', `RUN ${sum} go build\n`, 'RUN go build\n'],
    ['the first of two', `RUN ${sum} ${mod} go build`, `RUN ${mod} go build`],
    [
      'with its line',
      `RUN ${mod} \\\n    ${sum} \\\n    go build\n`,
      `RUN ${mod} \\\n    go build\n`,
    ],
    ['both of two', `RUN ${sum} ${sum} go build`, 'RUN go build'],
    ['before a comment', `RUN ${sum} \\\n# why\n  go build\n`, undefined],
    ['with no command behind', `RUN ${mod} ${sum}`, undefined],
    ['at an open end', `RUN ${sum} \\\n`, 'RUN \\\n'],
  ])('takes %s', (_, run, left) => {
    expect(withoutSums(run)).toBe(left);
  });
});
