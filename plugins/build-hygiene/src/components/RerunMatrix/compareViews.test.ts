/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { MatrixStep } from '@build-hygiene/engine';
import { fixedMatrix, naiveMatrix, withMeasuredSteps } from '../../fixtures';
import { compareViews, matchMatrixSteps } from './compareViews';
import { createMatrixModel } from './matrixModel';
import { createMatrixView } from './matrixView';

function steps(...rows: [MatrixStep['kind'], string, string?][]): MatrixStep[] {
  return rows.map(([kind, text, stage = 'build'], at) => ({
    index: at + 1,
    stage,
    instruction: text.split(' ')[0],
    line: at + 1,
    text,
    kind,
    downloads: false,
  }));
}

const [naive] = naiveMatrix.units;
const [fixed] = fixedMatrix.units;

describe('matchMatrixSteps', () => {
  it.each([
    [
      'a step that moved',
      steps(['copy', 'COPY . .'], ['module-download', 'RUN go mod download']),
      steps(
        ['copy', 'COPY go.mod ./'],
        ['module-download', 'RUN go mod download'],
        ['copy', 'COPY . .'],
      ),
      [undefined, 2, 1],
    ],
    [
      'a command with a cache mount',
      steps(['compile', 'RUN go build .']),
      steps(['compile', 'RUN --mount=type=cache,target=/x go build .']),
      [1],
    ],
    [
      'an image with another tag, and a stage with a name',
      steps(['base', 'FROM golang', '0']),
      steps(['base', 'FROM golang:1.27 AS build', 'build']),
      [1],
    ],
    [
      'no command of another kind',
      steps(['other', 'RUN make']),
      steps(['other', 'RUN useradd app'], ['copy', 'COPY . .']),
      [undefined, undefined],
    ],
  ])('knows %s', (_, before, after, expected) => {
    const matched = matchMatrixSteps(before, after);
    expect(after.map(({ index }) => matched.get(index))).toEqual(expected);
  });
});

describe('compareViews', () => {
  const { view, earlier } = compareViews(
    createMatrixView(naive),
    createMatrixView(fixed),
  );
  const rows = createMatrixModel(view, earlier).flatMap(stage => stage.rows);
  const cell = (text: string, scenario: string) =>
    rows
      .find(({ step }) => step.text.startsWith(text))!
      .cells.find(one => one.scenario.id === scenario)!;

  it('tells which cells do less than before', () => {
    expect(cell('RUN go mod download', 'docs')).toMatchObject({
      look: 'cached',
      was: 'follows',
      improved: true,
    });
    expect(cell('RUN go mod download', 'modules')).toMatchObject({
      look: 'follows',
      improved: false,
    });
    expect(cell('COPY . .', 'source')).toMatchObject({ improved: false });
    expect(cell('COPY . .', 'source').was).toBeUndefined();
  });

  it('tells which steps are new', () => {
    expect(
      rows.filter(({ added }) => added).map(({ step }) => step.text),
    ).toEqual(['COPY go.mod go.sum ./']);
    expect(cell('COPY go.mod', 'docs')).toMatchObject({ improved: false });
  });

  it('keeps what builds took for steps that stay', () => {
    const measured = compareViews(
      createMatrixView(withMeasuredSteps(naiveMatrix).units[0]),
      createMatrixView(fixed),
    );
    expect(
      measured.view.steps.flatMap(({ kind, measuredSeconds }) =>
        measuredSeconds === undefined ? [] : [[kind, measuredSeconds]],
      ),
    ).toEqual([
      ['module-download', 12.4],
      ['compile', 83],
    ]);
  });

  it('has nothing to tell without an earlier matrix', () => {
    for (const { added, cells } of createMatrixModel(view).flatMap(
      stage => stage.rows,
    )) {
      expect(added).toBe(false);
      expect(cells.some(one => one.improved || one.was)).toBe(false);
    }
  });
});
