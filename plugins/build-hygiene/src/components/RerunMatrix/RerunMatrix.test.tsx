/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { goodMatrix, naiveMatrix } from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { nextPosition } from './MatrixGrid';
import { createMatrixModel, shortText, sourceHeadline } from './matrixModel';
import { RerunMatrix } from './RerunMatrix';

describe('RerunMatrix', () => {
  it('says the main thing in words', async () => {
    renderFixture(<RerunMatrix matrix={naiveMatrix} />);

    expect(
      await screen.findByText(
        'A change of Go source re-runs 4 of 8 steps, and downloads every module again.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Even a change of the README re-runs 3 of 8 steps.'),
    ).toBeInTheDocument();
    expect(screen.getByText('29%')).toBeInTheDocument();
  });

  it('names each cell with outcome, commit, line and step', async () => {
    renderFixture(<RerunMatrix matrix={naiveMatrix} />);

    const grid = await screen.findByRole('grid', {
      name: 'Steps of Dockerfile by kind of commit',
    });
    expect(
      within(grid).getByRole('gridcell', {
        name: 'Re-runs. Docs, line 5: RUN go mod download',
      }),
    ).toBeInTheDocument();
    expect(
      within(grid).getByRole('gridcell', {
        name: 'Cached. Docs, line 13: COPY --from=build /bin/orders /bin/orders',
      }),
    ).toBeInTheDocument();
  });

  it('is one stop of the keyboard, with arrows inside', async () => {
    renderFixture(<RerunMatrix matrix={naiveMatrix} />);
    const first = await screen.findByRole('gridcell', {
      name: 'Cached. Go source, line 1: FROM golang:1.24 AS build',
    });
    expect(
      screen.getAllByRole('gridcell').filter(cell => cell.tabIndex === 0),
    ).toEqual([first]);

    act(() => first.focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}');

    const cell = screen.getByRole('gridcell', {
      name: 'Re-runs. Modules, line 4: COPY . .',
    });
    expect(cell).toHaveFocus();
    const tooltip = screen.getByRole('tooltip');
    expect(tooltip).toHaveTextContent('COPY . . on line 4 takes go.mod');
    expect(tooltip).toHaveTextContent('go.mod and 1 more file');
    expect(cell).toHaveAttribute('aria-describedby', tooltip.id);

    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
    expect(cell).toHaveFocus();
  });

  it('tells why on hover', async () => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />);

    await userEvent.hover(
      await screen.findByRole('gridcell', {
        name: /^Cheaper\. Modules, line 6/,
      }),
    );

    const tooltip = screen.getByRole('tooltip');
    expect(tooltip).toHaveTextContent('Cheaper');
    expect(tooltip).toHaveTextContent('the cache mount keeps');
  });

  it('explains columns that do not apply', async () => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />);

    const [cell] = await screen.findAllByRole('gridcell', {
      name: /^No such files\. Dockerfile/,
    });
    await userEvent.hover(cell);

    expect(screen.getByRole('tooltip')).toHaveTextContent(
      'The repository has no file of this kind',
    );
  });

  it('switches between the Dockerfiles of a repository', async () => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />);

    await userEvent.click(
      await screen.findByRole('button', { name: /Dockerfile/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'tools/migrate/Dockerfile' }),
    );

    expect(
      await screen.findByRole('grid', {
        name: 'Steps of tools/migrate/Dockerfile by kind of commit',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('91%')).toBeInTheDocument();
  });

  it.each([[undefined], [{ units: [] }]])(
    'says that there is nothing to look at: %j',
    async matrix => {
      renderFixture(<RerunMatrix matrix={matrix} />);

      expect(
        await screen.findByRole('heading', {
          name: 'No Dockerfile to look at',
        }),
      ).toBeInTheDocument();
    },
  );
});

describe('matrix model', () => {
  it('joins a cause with what follows, within a stage only', () => {
    const [build, final] = createMatrixModel(naiveMatrix.units[0]);
    const source = build.rows.map(({ cells }) => cells[0]);

    expect(source.map(({ follows }) => follows)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(source[2]).toMatchObject({ joinsAbove: false, joinsBelow: true });
    expect(source[4]).toMatchObject({ joinsAbove: true, joinsBelow: false });
    // Copied from another stage: not the commit's own doing.
    expect(final.rows[2].cells[0]).toMatchObject({
      follows: true,
      joinsAbove: false,
    });
  });

  it('tells what happens to the modules', () => {
    expect(sourceHeadline(naiveMatrix.units[0])).toEqual({
      reruns: 4,
      total: 8,
      modules: 'reruns',
    });
    expect(sourceHeadline(goodMatrix.units[0])?.modules).toBe('cached');
  });

  it.each([
    ['RUN --mount=type=cache,target=/x go build', 'RUN go build'],
    ['RUN --mount=type=cache --network=none \\\n  go test', 'RUN go test'],
    ['RUN go build', 'RUN go build'],
    ['COPY --from=build /a /b', 'COPY --from=build /a /b'],
  ])('shortens %j', (text, short) => {
    expect(shortText(text)).toBe(short);
  });

  it.each([
    ['ArrowUp', false, { row: 0, column: 1 }],
    ['ArrowLeft', false, { row: 1, column: 0 }],
    ['End', false, { row: 1, column: 4 }],
    ['End', true, { row: 2, column: 4 }],
    ['Home', true, { row: 0, column: 0 }],
    ['PageDown', false, { row: 2, column: 1 }],
    ['a', false, undefined],
  ])('moves by %s (control: %s)', (key, control, expected) => {
    expect(nextPosition(key, control, { row: 1, column: 1 }, 3, 5)).toEqual(
      expected,
    );
  });

  it.each(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])(
    'stays inside at the edge by %s',
    key => {
      expect(nextPosition(key, false, { row: 0, column: 0 }, 1, 1)).toEqual({
        row: 0,
        column: 0,
      });
    },
  );
});
