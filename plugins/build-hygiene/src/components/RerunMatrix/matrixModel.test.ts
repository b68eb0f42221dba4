/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { goodMatrix, naiveMatrix } from '../../fixtures';
import {
  createMatrixModel,
  hasNotKept,
  shortText,
  sourceHeadline,
} from './matrixModel';
import { createMatrixView } from './matrixView';

const [naive] = naiveMatrix.units;
const [good] = goodMatrix.units;

describe('matrix model', () => {
  it('joins a cause with what follows, within a stage only', () => {
    const [build, final] = createMatrixModel(createMatrixView(naive));
    const source = build.rows.map(({ cells }) => cells[0]);

    expect(source.map(({ look }) => look)).toEqual([
      'cached',
      'cached',
      'reruns',
      'follows',
      'follows',
    ]);
    expect(source[2]).toMatchObject({ joinsAbove: false, joinsBelow: true });
    expect(source[4]).toMatchObject({ joinsAbove: true, joinsBelow: false });
    // Copied from another stage: not the commit's own doing.
    expect(final.rows[2].cells[0]).toMatchObject({
      look: 'follows',
      joinsAbove: false,
    });
  });

  it('joins what the builder has lost with nothing else', () => {
    const [build] = createMatrixModel(createMatrixView(naive, 'ephemeral'));
    const source = build.rows.map(({ cells }) => cells[0]);

    expect(source.map(({ look }) => look)).toEqual([
      'not-kept',
      'not-kept',
      'reruns',
      'follows',
      'follows',
    ]);
    expect(source[0]).toMatchObject({ joinsAbove: false, joinsBelow: true });
    expect(source[1]).toMatchObject({ joinsAbove: true, joinsBelow: false });
    expect(source[2]).toMatchObject({ joinsAbove: false, joinsBelow: true });
  });

  it('tells what happens to the modules', () => {
    expect(sourceHeadline(createMatrixView(naive))).toEqual({
      reruns: 4,
      total: 8,
      modules: 'reruns',
    });
    expect(sourceHeadline(createMatrixView(good))?.modules).toBe('cached');
    expect(sourceHeadline(createMatrixView(good, 'ephemeral'))).toEqual({
      reruns: 9,
      total: 9,
      modules: 'reruns',
    });
  });

  it.each([
    ['warm', false],
    ['remote-max', false],
    ['remote-min', true],
    ['ephemeral', true],
  ])('knows whether %s loses anything: %s', (kind, expected) => {
    expect(hasNotKept(createMatrixView(good, kind))).toBe(expected);
  });

  it.each([
    ['RUN --mount=type=cache,target=/x go build', 'RUN go build'],
    ['RUN --mount=type=cache --network=none \\\n  go test', 'RUN go test'],
    ['RUN go build', 'RUN go build'],
    ['COPY --from=build /a /b', 'COPY --from=build /a /b'],
  ])('shortens %j', (text, short) => {
    expect(shortText(text)).toBe(short);
  });
});
