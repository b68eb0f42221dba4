/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ReportedPlan } from '@build-hygiene/engine';
import { ServiceDetail } from '@build-hygiene/plugin-build-hygiene-common';
import { renderFixture } from '../../__testUtils__/renderFixture';
import { FixtureApi } from '../../fixtures';
import { FixPlanSection } from './FixPlanSection';
import { useFixChoice } from './useFixChoice';

jest.mock('copy-to-clipboard', () => jest.fn(() => true));

/** What was copied last. */
function copied(): string {
  return jest.requireMock<jest.Mock>('copy-to-clipboard').mock.lastCall![0];
}

function Plan({ detail }: { detail: ServiceDetail }) {
  return <FixPlanSection detail={detail} choice={useFixChoice(detail)} />;
}

function render(options: { path?: string; plan?: ReportedPlan } = {}) {
  const api = new FixtureApi();
  const { orders } = api.details;
  const detail = options.plan
    ? { ...orders, report: { ...orders.report!, plan: options.plan } }
    : orders;
  const planFixes = jest.spyOn(api, 'planFixes');
  renderFixture(<Plan detail={detail} />, { api, path: options.path });
  return { planFixes, plan: detail.report!.plan! };
}

describe('FixPlanSection', () => {
  it('shows the way of the score, fix by fix, and asks for nothing', async () => {
    const { planFixes } = render();

    expect(
      await screen.findByLabelText('The score goes from 41 to 66'),
    ).toBeInTheDocument();
    const items = screen.getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      expect.stringMatching(/62$/),
      expect.stringMatching(/66$/),
    ]);
    expect(within(items[0]).getByText('Needs a look')).toBeInTheDocument();
    expect(within(items[1]).queryByText('Needs a look')).toBeNull();
    for (const box of screen.getAllByRole('checkbox')) {
      expect(box).toBeChecked();
    }
    expect(planFixes).not.toHaveBeenCalled();
  });

  it('shows the score and the patch of those that are chosen', async () => {
    const { planFixes, plan } = render();
    const user = userEvent.setup();
    const box = await screen.findByRole('checkbox', {
      name: 'Copy the module files before the sources',
    });

    await user.click(box);

    expect(
      await screen.findByLabelText('The score goes from 41 to 45'),
    ).toBeInTheDocument();
    expect(planFixes).toHaveBeenCalledTimes(1);
    expect(planFixes).toHaveBeenCalledWith(
      {
        entityRef: 'component:default/orders',
        rules: ['context/dockerignore-missing'],
      },
      expect.anything(),
    );
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([expect.stringMatching(/–$/), expect.stringMatching(/45$/)]);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Copy patch' })).toBeEnabled(),
    );
    await user.click(screen.getByRole('button', { name: 'Copy patch' }));
    const patch = copied();
    expect(patch).toContain('+++ b/.dockerignore');
    expect(patch.length).toBeLessThan(plan.diff!.length);
    await user.click(screen.getByRole('button', { name: 'Copy command' }));
    expect(copied()).toBe(
      'npx @build-hygiene/cli fix --rule context/dockerignore-missing --write',
    );

    await user.click(screen.getByRole('button', { name: 'Choose all' }));
    expect(
      await screen.findByLabelText('The score goes from 41 to 66'),
    ).toBeInTheDocument();
  });

  it('takes the choice from the address', async () => {
    render({ path: '/?fix=cache%2Fdeps-before-source' });

    expect(
      await screen.findByLabelText('The score goes from 41 to 62'),
    ).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('checkbox')
        .map(box => (box as HTMLInputElement).checked),
    ).toEqual([true, false]);
  });

  it('has nothing to copy where nothing is chosen', async () => {
    const { planFixes } = render({ path: '/?fix=none' });

    expect(
      await screen.findByLabelText('The score goes from 41 to 41'),
    ).toBeInTheDocument();
    for (const name of ['Copy patch', 'Copy command']) {
      expect(screen.getByRole('button', { name })).toBeDisabled();
    }
    expect(planFixes).not.toHaveBeenCalled();
  });

  it('says why the chosen ones could not be tried', async () => {
    const api = new FixtureApi();
    jest
      .spyOn(api, 'planFixes')
      .mockRejectedValueOnce(new Error('Rescan first'));
    renderFixture(<Plan detail={api.details.orders} />, {
      api,
      path: '/?fix=cache%2Fdeps-before-source',
    });

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The chosen fixes could not be tried. Rescan first',
    );
    expect(screen.getByRole('button', { name: 'Copy patch' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByLabelText('The score goes from 41 to 62'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows what a fix saves, and by what that is known', async () => {
    const [first, second] = new FixtureApi().details.orders.report!.plan!.fixes;
    const savings = { seconds: 41.6, source: 'measured' } as const;
    render({
      plan: {
        fixes: [
          { ...first, savings },
          { ...second, savings: { ...savings, source: 'published' } },
          { ...second, rule: 'a/b', savings: { ...savings, seconds: -3 } },
        ],
      },
    });
    await screen.findAllByText(/^Saves /);
    const saved = screen.getAllByText(/^Saves /).map(one => one.textContent);
    expect(saved).toEqual([
      expect.stringMatching(/^Saves 42 .* a build$/),
      expect.stringMatching(/^Saves ≈ 42 .* a build$/),
    ]);
  });

  it('shows the changes when asked to', async () => {
    render();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show all changes' }),
    );
    expect(screen.getByLabelText('Change of .dockerignore')).toHaveTextContent(
      '.git',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Hide the changes' }),
    );
    expect(screen.queryByLabelText('Change of .dockerignore')).toBeNull();
  });

  it('is not there when nothing can be fixed', async () => {
    render({ plan: { fixes: [], diff: '' } });
    expect(screen.queryByText('Fix plan')).toBeNull();
  });
});
