/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { BuilderProfileKind } from '@build-hygiene/engine';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import {
  FixtureApi,
  goodMatrix,
  naiveMatrix,
  withMeasuredSteps,
  withoutBuilders,
} from '../../fixtures';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { useFixChoice } from '../FixPlan';
import { RerunMatrix } from './RerunMatrix';

function WithChoice({ detail }: { detail: ServiceDetail }) {
  return <RerunMatrix matrix={detail.matrix} choice={useFixChoice(detail)} />;
}

function choose(name: string) {
  return userEvent.click(screen.getByRole('radio', { name }));
}

/** The cells of a row of sums, by the row's name. */
function sums(name: RegExp) {
  return within(screen.getByRole('row', { name }))
    .getAllByRole('gridcell')
    .map(cell => cell.textContent);
}

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
        name: 'Re-runs. Docs, line 4: COPY . .',
      }),
    ).toBeInTheDocument();
    expect(
      within(grid).getByRole('gridcell', {
        name: 'Re-runs too. Docs, line 5: RUN go mod download',
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

  it('tells why on hover, and lets the pointer onto the tooltip', async () => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />, {
      path: '/?builder=warm',
    });
    const cell = await screen.findByRole('gridcell', {
      name: /^Cheaper\. Modules, line 6/,
    });

    await userEvent.hover(cell);

    const tooltip = screen.getByRole('tooltip');
    expect(tooltip).toHaveTextContent('Cheaper');
    expect(tooltip).toHaveTextContent('the cache mount keeps');

    const reason = within(tooltip).getByText(/the cache mount keeps/);
    fireEvent.mouseOut(cell, { relatedTarget: reason });
    fireEvent.mouseOver(reason, { relatedTarget: cell });
    expect(screen.getByRole('tooltip')).toBe(tooltip);

    fireEvent.mouseOut(reason, { relatedTarget: document.body });
    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  });

  it('closes on Escape without the focus in it', async () => {
    const user = userEvent.setup();
    renderFixture(<RerunMatrix matrix={naiveMatrix} />);
    await user.hover(
      await screen.findByRole('gridcell', {
        name: 'Re-runs. Docs, line 4: COPY . .',
      }),
    );
    expect(screen.getByRole('tooltip')).toBeInTheDocument();

    await userEvent.keyboard('{Escape}');

    expect(screen.queryByRole('tooltip')).not.toBeInTheDocument();
  });

  it('goes back to the focused cell when the pointer leaves', async () => {
    const user = userEvent.setup();
    renderFixture(<RerunMatrix matrix={naiveMatrix} />);
    const focused = await screen.findByRole('gridcell', {
      name: 'Cached. Go source, line 1: FROM golang:1.24 AS build',
    });
    act(() => focused.focus());

    const other = screen.getByRole('gridcell', {
      name: 'Re-runs. Docs, line 4: COPY . .',
    });
    await user.hover(other);
    expect(other).toHaveAccessibleDescription(/takes README\.md/);

    await user.hover(screen.getByRole('heading', { name: /^What re-runs/ }));
    expect(focused).toHaveAccessibleDescription(
      /nothing that this step depends on/,
    );
  });

  it('uses the words of the legend', async () => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />, {
      path: '/?builder=ephemeral',
    });
    const legend = await screen.findByRole('list', { name: 'Legend' });
    const words = within(legend)
      .getAllByRole('listitem')
      .map(item => item.querySelector('strong')?.textContent);
    const cells = screen
      .getAllByRole('gridcell')
      .map(cell => cell.getAttribute('aria-label')?.split('.')[0])
      .filter(word => word !== undefined && word !== 'No such files');

    expect(words).toEqual([
      'Cached',
      'Cheaper',
      'Re-runs',
      'Re-runs too',
      'Not kept',
    ]);
    expect([...new Set(cells)].sort()).toEqual([
      'Not kept',
      'Re-runs',
      'Re-runs too',
    ]);
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

  it('shows the builder of the service, and says why', async () => {
    renderFixture(
      <RerunMatrix
        matrix={goodMatrix}
        scan={{
          status: 'scanned',
          source: 'https://github.com/example/checkout/',
          commit: '9f2c4b7',
        }}
      />,
    );

    expect(
      await screen.findByRole('radio', { name: 'Remote cache, all layers' }),
    ).toBeChecked();
    expect(
      screen.getByText(/^Default for this service. The workflow builds on/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: '.github/workflows/ci.yaml:31' }),
    ).toHaveAttribute(
      'href',
      'https://github.com/example/checkout/blob/9f2c4b7/.github/workflows/ci.yaml#L31',
    );
  });

  it('shows another builder as a what-if', async () => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />);
    await screen.findByRole('grid');
    expect(sums(/^Steps that re-run/)[3]).toBe('0 of 9');
    expect(sums(/^Expected time estimate/)[0]).toBe('≈ 25 sec');
    expect(screen.getByText('87%')).toBeInTheDocument();
    expect(screen.queryByText('Not kept')).not.toBeInTheDocument();

    await choose('Starts empty');

    expect(screen.getByRole('radio', { name: 'Starts empty' })).toBeChecked();
    expect(
      screen.getByText(
        'The default for this service is “Remote cache, all layers”.',
      ),
    ).toBeInTheDocument();
    expect(sums(/^Steps that re-run/)[3]).toBe('9 of 9');
    expect(sums(/^Expected time estimate/)[0]).toBe('≈ 31 sec');
    expect(screen.getByText('0%')).toBeInTheDocument();
    expect(screen.getByText('Not kept')).toBeInTheDocument();

    await choose('Remote cache, all layers');
    expect(screen.getByText(/^Default for this service/)).toBeInTheDocument();
  });

  it.each<[BuilderProfileKind, string, RegExp]>([
    [
      'remote-max',
      'Re-runs too. Modules, line 10:',
      /cache mounts start empty/,
    ],
    [
      'remote-min',
      'Not kept. Go source, line 6:',
      /holds only the final stage/,
    ],
    ['ephemeral', 'Not kept. Docs, line 4: WORKDIR', /every build/],
    ['ephemeral', 'Not kept. Docs, line 3: FROM', /pulls the image/],
  ])('says what %s does: %s', async (kind, name, reason) => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />, {
      path: `/?builder=${kind}`,
    });
    const [cell] = await screen.findAllByRole('gridcell', {
      name: label => label.startsWith(name),
    });

    act(() => cell.focus());

    expect(cell).toHaveAccessibleDescription(reason);
  });

  it('does not call cached what the builder has lost', async () => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />, {
      path: '/?builder=ephemeral',
    });
    const [cell] = await screen.findAllByRole('gridcell', {
      name: /^Not kept\. Docs, line 4/,
    });

    await userEvent.hover(cell);

    expect(screen.getByRole('tooltip')).not.toHaveTextContent(
      'nothing that this step depends on changes',
    );
  });

  it('shows the default when the address names no known builder', async () => {
    renderFixture(<RerunMatrix matrix={goodMatrix} />, {
      path: '/?builder=cloud',
    });

    expect(
      await screen.findByRole('radio', { name: 'Remote cache, all layers' }),
    ).toBeChecked();
  });

  it('shows what steps took where builds tell', async () => {
    renderFixture(<RerunMatrix matrix={withMeasuredSteps(goodMatrix)} />);

    expect(
      await screen.findByRole('columnheader', { name: 'Took' }),
    ).toBeInTheDocument();
    const took = (name: RegExp) => sums(name).at(-1);
    expect(took(/go mod download/)).toBe('12 sec');
    expect(took(/go build/)).toBe('1 min 23 sec');
    expect(took(/WORKDIR/)).toBe('–');
    expect(sums(/^Expected time/)[0]).toBe('25 sec');
    expect(screen.queryByText(/^≈/)).not.toBeInTheDocument();
  });

  it('does without builders in reports of earlier versions', async () => {
    renderFixture(<RerunMatrix matrix={withoutBuilders(goodMatrix)} />, {
      path: '/?builder=ephemeral',
    });

    expect(await screen.findByRole('grid')).toBeInTheDocument();
    expect(screen.queryByRole('radio')).not.toBeInTheDocument();
    expect(screen.queryByText('Expected time')).not.toBeInTheDocument();
    expect(sums(/^Steps that re-run/)[3]).toBe('0 of 9');
    expect(screen.getByText('87%')).toBeInTheDocument();
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

  it('shows the same after the chosen fixes, and what is better', async () => {
    const api = new FixtureApi();
    renderFixture(<WithChoice detail={api.details.orders} />, { api });
    const now = await screen.findByText('29%');
    expect(now).toBeInTheDocument();

    await choose('With the 2 chosen fixes');

    expect(
      await screen.findByRole('gridcell', {
        name: 'Cached, was: Re-runs too. Docs, line 5: RUN go mod download',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('64%, was 29%')).toBeInTheDocument();
    expect(screen.getByText('new')).toBeInTheDocument();
    expect(sums(/^Steps that re-run/)[3]).toContain('0 of 9, was 3 of 8');
    expect(screen.getByText('Improved')).toBeInTheDocument();

    await choose('Now');

    expect(await screen.findByText('29%')).toBeInTheDocument();
    expect(screen.queryByText('Improved')).toBeNull();
  });

  it('stays as it is where the fixes cannot be tried', async () => {
    const api = new FixtureApi();
    jest.spyOn(api, 'planFixes').mockRejectedValue(new Error('Rescan first'));
    renderFixture(<WithChoice detail={api.details.orders} />, {
      api,
      path: '/?matrix=after',
    });

    expect(await screen.findByText(/Rescan first/)).toBeInTheDocument();
    expect(screen.getByText('29%')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });
});
